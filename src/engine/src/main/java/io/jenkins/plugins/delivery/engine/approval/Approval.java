package io.jenkins.plugins.delivery.engine.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A request with what people have said so far, and the decision once there is one.
 *
 * <p>The rules: each person has one vote; one rejection decides; approvals decide when the policy misses nothing.
 * Whoever caused the build may reject it (they could as well stop the build), but not approve it. Who has approved may
 * still reject while nothing is decided, not the other way round.
 *
 * @param request what is asked
 * @param votes in the order in which they came
 * @param decision null while there is none
 * @param override of the windows that it would have to wait for; null unless somebody asked for one
 */
public record Approval(
        ApprovalRequest request,
        List<Vote> votes,
        @CheckForNull Decision decision,
        @CheckForNull Override override) {
    /** Characters that a reason may have at most. */
    public static final int LONGEST_REASON = 4_000;

    public Approval {
        Objects.requireNonNull(request, "request");
        votes = List.copyOf(votes);
    }

    /** The request before anybody has answered. */
    public static Approval open(ApprovalRequest request) {
        return new Approval(request, List.of(), null, null);
    }

    public boolean isOpen() {
        return decision == null;
    }

    public boolean isApproved() {
        return decision != null && decision.outcome() == Outcome.APPROVED;
    }

    /** What is still missing, in words. */
    public List<String> missing() {
        return isOpen() ? request.policy().missing(approving()) : List.of();
    }

    /** Takes this ballot, or says why not. */
    public VoteResult cast(Ballot ballot, Instant now) {
        VoteResult.Refused refused = new BallotCheck(this, now).refuse(ballot);
        if (refused != null) {
            return refused;
        }
        List<Vote> all = new ArrayList<>(votes);
        all.add(new Vote(ballot.voter(), ballot.choice(), ballot.reason(), now, ballot.from()));
        Approval counted = new Approval(request, all, null, override);
        return new VoteResult.Accepted(counted.tally(now));
    }

    /** Whether such a vote of this person would be taken now, with a reason that suits. */
    public boolean invites(Voter voter, Choice choice, Instant now) {
        return new BallotCheck(this, now).refuseWhateverTheReason(new Ballot(voter, choice, "", null, "")) == null;
    }

    /** Decides by the deadline if it has come. */
    public Approval expire(Instant now) {
        if (!isOpen() || now.isBefore(request.deadline())) {
            return this;
        }
        return decide(
                Outcome.TIMED_OUT,
                now,
                "Nobody decided until " + request.deadline() + "; still missing: " + String.join("; ", missing()));
    }

    /** Ends the request without an answer, for instance because the build was stopped. */
    public Approval abort(Instant now, String why) {
        return isOpen() ? decide(Outcome.ABORTED, now, why) : this;
    }

    /** Ends the request because what was to be approved is not what is there now. */
    public Approval voidUnless(List<Evidence> current, Instant now) {
        return isOpen() && !shows(current)
                ? decide(Outcome.VOID, now, "The evidence changed after it was shown")
                : this;
    }

    /** Takes back an approval that has not taken effect, because what was approved is not what is there now. */
    public Approval withdrawUnless(List<Evidence> current, Instant now) {
        return isApproved() && !shows(current)
                ? decide(Outcome.VOID, now, "The evidence changed after it was approved, before that took effect")
                : this;
    }

    private boolean shows(List<Evidence> current) {
        return Evidence.digestOf(current).equals(request.evidenceDigest());
    }

    /** Asks to let it take effect although a window or a freeze forbids it, or says why that cannot be asked. */
    public VoteResult requestOverride(Voter voter, String reason, String from, Instant now) {
        VoteResult.Refused refused = new OverrideCheck(this).refuseRequest(reason);
        return refused == null ? overridden(Override.requested(voter, reason.strip(), now, from)) : refused;
    }

    /** Agrees to that, or says why somebody may not. */
    public VoteResult confirmOverride(Voter voter, String from, Instant now) {
        VoteResult.Refused refused = new OverrideCheck(this).refuseConfirmation(voter);
        return override == null || refused != null
                ? Objects.requireNonNull(refused, "without a request it is refused")
                : overridden(override.confirmed(voter, now, from));
    }

    /** Whether windows and freezes do not matter any more. */
    public boolean isOverridden() {
        return override != null && override.isConfirmed();
    }

    private VoteResult overridden(Override next) {
        return new VoteResult.Accepted(new Approval(request, votes, decision, next));
    }

    private Approval tally(Instant now) {
        Vote last = votes.get(votes.size() - 1);
        if (last.choice() == Choice.REJECT) {
            return decide(Outcome.REJECTED, now, "Rejected by " + last.voter().name() + because(last));
        }
        if (!missing().isEmpty()) {
            return this;
        }
        return decide(
                Outcome.APPROVED,
                now,
                votes.stream()
                        .map(vote -> vote.voter().name() + because(vote))
                        .collect(Collectors.joining(", ", "Approved by ", "")));
    }

    private Approval decide(Outcome outcome, Instant now, String summary) {
        return new Approval(request, votes, new Decision(outcome, now, summary, request.evidenceDigest()), override);
    }

    boolean hasVoted(Voter voter, Choice choice) {
        return votes.stream().anyMatch(vote -> vote.voter().id().equals(voter.id()) && vote.choice() == choice);
    }

    private List<Voter> approving() {
        return votes.stream()
                .filter(vote -> vote.choice() == Choice.APPROVE)
                .map(Vote::voter)
                .toList();
    }

    private static String because(Vote vote) {
        return vote.reason().isEmpty() ? "" : ": " + vote.reason();
    }
}
