package io.jenkins.plugins.delivery.engine.approval;

import java.time.Instant;

/**
 * A ballot that was accepted.
 *
 * @param voter who, with the groups they were in at that moment
 * @param choice what they said
 * @param reason why; empty when they gave none
 * @param at when it was accepted
 */
public record Vote(Voter voter, Choice choice, String reason, Instant at) {}
