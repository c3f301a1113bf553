package io.jenkins.plugins.delivery.engine.audit;

/** What kind of thing somebody did. Kept in files: names do not change. */
public enum AuditKind {
    /** People were asked. */
    REQUESTED,
    APPROVED,
    REJECTED,
    /** A request ended: by its votes, its deadline, or because its build or its evidence did. */
    DECIDED,
    /** Somebody asked to let a change pass although a rule forbids it. */
    OVERRIDE_REQUESTED,
    /** Somebody else agreed to that. */
    OVERRIDDEN,
    PROMOTED,
    HELD,
    /** A rollout was stopped by somebody. */
    ABORTED,
    ROLLED_BACK,
    /** A version serves. */
    DEPLOYED,
    /** A rollout could not be brought to an end by itself. */
    STUCK,
    /** Somebody noticed that a deployment did harm. */
    INCIDENT_OPENED,
    /** Somebody said that the harm is over. */
    INCIDENT_RESOLVED,
    /** Older entries were removed; the subject is the digest of the last of them. */
    RETENTION,
    /** The line before was cut off by a crash; the subject is the digest of what was left of it. */
    REPAIRED
}
