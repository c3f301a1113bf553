package io.jenkins.plugins.delivery.engine.approval;

import java.time.Instant;

/**
 * A ballot that was accepted.
 *
 * @param voter who, with the groups they were in at that moment
 * @param choice what they said
 * @param reason why; empty when they gave none
 * @param at when it was accepted
 * @param from address of the network that it came from; empty where there was none
 */
public record Vote(Voter voter, Choice choice, String reason, Instant at, String from) {
    public Vote {
        from = from == null ? "" : from;
    }
}
