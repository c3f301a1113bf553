package io.jenkins.plugins.delivery.engine.analysis.stats;

import java.util.Arrays;

/** How much two samples differ, whatever their number. */
public enum EffectSize {
    /** Mean of the first by mean of the second; NaN when one of them is zero. */
    MEAN_RATIO {
        @Override
        public double of(double[] x, double[] y) {
            double first = Arrays.stream(x).average().orElse(Double.NaN);
            double second = Arrays.stream(y).average().orElse(Double.NaN);
            return first == 0 || second == 0 ? Double.NaN : first / second;
        }
    },
    /**
     * The common language effect size: the probability that a value of the first is above one of the second, equal ones
     * counted half.
     *
     * @see <a href="https://doi.org/10.3102/10769986025002101">Vargha and Delaney (2000)</a>
     */
    CLES {
        @Override
        public double of(double[] x, double[] y) {
            return new RankSum(x, y).statistic(0) / ((double) x.length * y.length);
        }
    };

    /** The effect of the first sample against the second. */
    public abstract double of(double[] x, double[] y);
}
