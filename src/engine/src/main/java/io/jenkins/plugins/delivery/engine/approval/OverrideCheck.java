package io.jenkins.plugins.delivery.engine.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Why somebody may not override, or agree to it, now. */
final class OverrideCheck {
    private final Approval approval;

    OverrideCheck(Approval approval) {
        this.approval = approval;
    }

    /** Asking: needs a reason, and something to override. */
    @CheckForNull
    VoteResult.Refused refuseRequest(String reason) {
        VoteResult.Refused refused = refuseMoment();
        if (refused != null) {
            return refused;
        }
        if (approval.override() != null) {
            return refused(Refusal.ALREADY_VOTED, approval.override().words());
        }
        if (reason.isBlank()) {
            return refused(Refusal.REASON_MISSING, "Say why it cannot wait for the window.");
        }
        return reason.length() > Approval.LONGEST_REASON
                ? refused(
                        Refusal.REASON_TOO_LONG,
                        "The reason has " + reason.length() + " characters, at most " + Approval.LONGEST_REASON
                                + " are allowed.")
                : null;
    }

    /** Agreeing: another person than who asked, one whose approval the policy would take. */
    @CheckForNull
    VoteResult.Refused refuseConfirmation(Voter voter) {
        VoteResult.Refused refused = refuseMoment();
        if (refused != null) {
            return refused;
        }
        Override override = approval.override();
        if (override == null) {
            return refused(Refusal.ALREADY_DECIDED, "Nobody asks to override the window.");
        }
        if (override.isConfirmed()) {
            return refused(Refusal.ALREADY_VOTED, override.words());
        }
        ApprovalRequest request = approval.request();
        if (override.requester().id().equals(voter.id())) {
            return refused(Refusal.SELF_APPROVAL, voter.name() + " asked for it, so somebody else has to agree.");
        }
        if (request.causers().contains(voter.id()) && !request.policy().selfApproval()) {
            return refused(
                    Refusal.SELF_APPROVAL,
                    voter.name() + " started this build or wrote a change in it, so somebody else has to agree.");
        }
        return request.policy().accepts(voter)
                ? null
                : refused(Refusal.NOT_AN_APPROVER, voter.name() + " is not among the approvers.");
    }

    /** There is nothing to override once it did not pass. */
    @CheckForNull
    private VoteResult.Refused refuseMoment() {
        Decision decision = approval.decision();
        return decision == null || decision.outcome() == Outcome.APPROVED
                ? null
                : refused(Refusal.ALREADY_DECIDED, "This was decided at " + decision.at() + ": " + decision.summary());
    }

    private static VoteResult.Refused refused(Refusal refusal, String message) {
        return new VoteResult.Refused(refusal, message);
    }
}
