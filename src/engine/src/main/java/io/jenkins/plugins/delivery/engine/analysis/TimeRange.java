package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Duration;
import java.time.Instant;

/**
 * Points in time, equally far from each other: from, from + step, and so on, the last one not after to.
 *
 * @param step above zero
 */
public record TimeRange(Instant from, Instant to, Duration step) {
    public TimeRange {
        if (step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException("not a step: " + step);
        }
    }

    /** Whether there is a point in it at all. */
    boolean isEmpty() {
        return to.isBefore(from);
    }
}
