package io.jenkins.plugins.delivery.engine.approval;

/** What became of a ballot. */
public sealed interface VoteResult {
    /**
     * It counts.
     *
     * @param approval the request with this vote, and with the decision if this vote made one
     */
    record Accepted(Approval approval) implements VoteResult {}

    /**
     * It does not count, and nothing changed.
     *
     * @param refusal why
     * @param message why, for the person who tried
     */
    record Refused(Refusal refusal, String message) implements VoteResult {}
}
