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
 * @param pause how long somebody may take to decide where a rollout pauses or is held; then it goes back
 */
public record Timing(
        Duration timeout,
        Duration progress,
        Duration interval,
        Duration warmUp,
        Duration observe,
        Duration keep,
        Duration hold,
        Duration restore,
        Duration pause) {
    private static final Duration ONE_DAY = Duration.ofDays(1);

    /**
     * One hour in all, ten minutes to become ready, one minute a step, two to warm up, five to keep, ten to hold, one day to
     * decide.
     */
    public static final Timing DEFAULT = new Timing(
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));

    public Timing {
        pause = pause == null ? ONE_DAY : pause;
    }

    /** With one day to decide. */
    public Timing(
            Duration timeout,
            Duration progress,
            Duration interval,
            Duration warmUp,
            Duration observe,
            Duration keep,
            Duration hold,
            Duration restore) {
        this(timeout, progress, interval, warmUp, observe, keep, hold, restore, ONE_DAY);
    }

    /** The same with another time to decide. */
    public Timing pausing(Duration time) {
        return new Timing(timeout, progress, interval, warmUp, observe, keep, hold, restore, time);
    }
}
