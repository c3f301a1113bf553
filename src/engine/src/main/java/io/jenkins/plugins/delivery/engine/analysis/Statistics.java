package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.stats.EffectSize;
import java.time.Duration;

/**
 * How a statistical judge works.
 *
 * @param confidence of intervals and of "worse", above 0.5 and below 1
 * @param tolerance of Mann-Whitney: share of the estimated shift that the interval has to be away from zero
 * @param effect how large a difference is, of Mann-Whitney
 * @param nanIsZero points that are not a number count as zero instead of not at all
 * @param withoutOutliers whether outliers are removed first
 * @param step distance of the points, and length of the stretches that are counted
 */
public record Statistics(
        double confidence,
        double tolerance,
        EffectSize effect,
        boolean nanIsZero,
        boolean withoutOutliers,
        Duration step) {
    /** Kayenta's confidence and tolerance. */
    static final Statistics DEFAULT =
            new Statistics(0.98, 0.25, EffectSize.MEAN_RATIO, false, false, Duration.ofSeconds(30));

    public Statistics {
        effect = effect == null ? EffectSize.MEAN_RATIO : effect;
        step = step == null || step.isZero() ? Duration.ofSeconds(30) : step;
    }
}
