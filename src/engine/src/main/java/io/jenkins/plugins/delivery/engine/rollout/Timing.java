package io.jenkins.plugins.delivery.engine.rollout;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param timeout the whole rollout, going back not counted
 * @param progress becoming ready, or a switch taking effect
 * @param interval between two looks at the metrics, and how long a weight is held at least
 * @param warmUp how long the new version has traffic before its metrics count
 * @param observe how long a blue-green release is watched after the switch
 * @param keep how long the version before is kept after a switch
 * @param hold how long metrics may give no answer before the rollout goes back
 * @param restore going back
 */
public record Timing(
        Duration timeout,
        Duration progress,
        Duration interval,
        Duration warmUp,
        Duration observe,
        Duration keep,
        Duration hold,
        Duration restore) {
    /** One hour in all, ten minutes to become ready, one minute a step, two to warm up, five to keep, ten to hold. */
    public static final Timing DEFAULT = new Timing(
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));
}
