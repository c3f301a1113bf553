package io.jenkins.plugins.delivery.engine.approval;

/** Why a ballot was not accepted. */
public enum Refusal {
    /** Somebody else was first, or the build is over. */
    ALREADY_DECIDED,
    DEADLINE_PASSED,
    NOT_AN_APPROVER,
    /** Who caused the build may not approve it. */
    SELF_APPROVAL,
    ALREADY_VOTED,
    REASON_MISSING,
    REASON_TOO_LONG,
    TICKET_MISSING,
    /** What the person looked at is not what is there now. */
    STALE_EVIDENCE
}
