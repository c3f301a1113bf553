package io.jenkins.plugins.delivery.engine.analysis.stats;

import java.util.Arrays;

/**
 * Values far outside the middle half of a sample.
 *
 * <p>Tukey's fences of the interquartile range, widened to the first and last percentile, as Kayenta does it.
 */
public final class Outliers {
    private static final double FACTOR = 3.0;

    private Outliers() {}

    /** The values within the fences, in their order. */
    public static double[] removed(double[] values) {
        if (values.length == 0) {
            return values;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double range = percentile(sorted, 0.75) - percentile(sorted, 0.25);
        double low = Math.min(percentile(sorted, 0.01), percentile(sorted, 0.25) - FACTOR * range);
        double high = Math.max(percentile(sorted, 0.99), percentile(sorted, 0.75) + FACTOR * range);
        return Arrays.stream(values)
                .filter(value -> value >= low && value <= high)
                .toArray();
    }

    /** Interpolated between neighbours: type 7 of Hyndman and Fan (1996), the default of R. */
    static double percentile(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
