package io.jenkins.plugins.delivery.engine.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/** Why a ballot may not be taken now. What could give information away to outsiders comes last. */
final class BallotCheck {
    private final Approval approval;
    private final Instant now;

    BallotCheck(Approval approval, Instant now) {
        this.approval = approval;
        this.now = now;
    }

    @CheckForNull
    VoteResult.Refused refuse(Ballot ballot) {
        VoteResult.Refused refused = refuseWhateverTheReason(ballot);
        return refused == null ? refuseReason(ballot) : refused;
    }

    @CheckForNull
    VoteResult.Refused refuseWhateverTheReason(Ballot ballot) {
        VoteResult.Refused refused = refusePerson(ballot);
        return refused == null ? refuseMoment(ballot) : refused;
    }

    @CheckForNull
    private VoteResult.Refused refusePerson(Ballot ballot) {
        ApprovalRequest request = approval.request();
        if (!request.policy().accepts(ballot.voter())) {
            return refused(Refusal.NOT_AN_APPROVER, ballot.voter().name() + " is not among the approvers.");
        }
        boolean self = request.causers().contains(ballot.voter().id());
        if (self && ballot.choice() == Choice.APPROVE && !request.policy().selfApproval()) {
            return refused(
                    Refusal.SELF_APPROVAL,
                    ballot.voter().name() + " started this build or wrote a change in it, so somebody else has to"
                            + " approve it.");
        }
        return null;
    }

    @CheckForNull
    private VoteResult.Refused refuseMoment(Ballot ballot) {
        Decision decision = approval.decision();
        if (decision != null) {
            return refused(Refusal.ALREADY_DECIDED, "This was decided at " + decision.at() + ": " + decision.summary());
        }
        if (!now.isBefore(approval.request().deadline())) {
            return refused(
                    Refusal.DEADLINE_PASSED,
                    "The deadline " + approval.request().deadline() + " has passed.");
        }
        if (approval.hasVoted(ballot.voter(), ballot.choice())) {
            return refused(Refusal.ALREADY_VOTED, ballot.voter().name() + " has already voted.");
        }
        String seen = ballot.seenEvidence();
        if (seen != null && !seen.equals(approval.request().evidenceDigest())) {
            return refused(
                    Refusal.STALE_EVIDENCE,
                    "The page shows evidence that is not the present one. Reload and look again.");
        }
        return null;
    }

    @CheckForNull
    private VoteResult.Refused refuseReason(Ballot ballot) {
        ApprovalPolicy policy = approval.request().policy();
        if (ballot.reason().length() > Approval.LONGEST_REASON) {
            return refused(
                    Refusal.REASON_TOO_LONG,
                    "The reason has " + ballot.reason().length() + " characters, at most " + Approval.LONGEST_REASON
                            + " are allowed.");
        }
        if (ballot.reason().isEmpty() && policy.reason() == ReasonRule.REQUIRED) {
            return refused(Refusal.REASON_MISSING, "A reason is required.");
        }
        if (ballot.choice() == Choice.APPROVE && !policy.ticketsFoundIn(ballot.reason())) {
            return refused(
                    Refusal.TICKET_MISSING,
                    "The reason has to name a ticket that matches " + String.join(" and ", policy.tickets()) + ".");
        }
        return null;
    }

    private static VoteResult.Refused refused(Refusal refusal, String message) {
        return new VoteResult.Refused(refusal, message);
    }
}
