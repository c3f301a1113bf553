package io.jenkins.plugins.delivery.engine.rollout;

import java.time.Instant;

/**
 * Calls to the cluster that fail.
 *
 * @param times how often in a row
 * @param since when it began
 * @param message what the last one said
 */
public record Trouble(int times, Instant since, String message) {}
