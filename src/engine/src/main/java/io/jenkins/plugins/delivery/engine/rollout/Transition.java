package io.jenkins.plugins.delivery.engine.rollout;

import java.time.Instant;

/**
 * One step of a rollout's story.
 *
 * @param at when
 * @param from phase before
 * @param to phase after
 * @param weight percent of traffic that the new version had then
 * @param reason for people
 */
public record Transition(Instant at, Phase from, Phase to, int weight, String reason) {}
