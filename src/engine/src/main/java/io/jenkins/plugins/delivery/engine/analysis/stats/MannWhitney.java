package io.jenkins.plugins.delivery.engine.analysis.stats;

import java.util.Arrays;

/**
 * The Mann-Whitney U test (Wilcoxon's rank sum test) of two samples, with the interval and the estimate of the shift
 * between them by Hodges and Lehmann.
 *
 * <p>Results are those of {@code wilcox.test(x, y, conf.int = TRUE)} of R: exact for fewer than 50 values a side without
 * ties, otherwise by the normal approximation with corrections for ties and for continuity. Kayenta always takes the
 * approximation.
 *
 * @param statistic pairs in which x is above y, equal ones counted half
 * @param pValue of both being of one distribution, two-sided
 * @param lower of the interval that the shift lies in with the confidence asked for
 * @param upper of that interval
 * @param estimate of the shift, in the unit of the values: how much a typical x is above a typical y
 */
public record MannWhitney(double statistic, double pValue, double lower, double upper, double estimate) {
    private static final int EXACT_BELOW = 50;
    /** Of the width in which the shift can lie: fine enough for seconds and for shares of a request alike. */
    private static final double PRECISION = 1e-12;

    /** How probabilities are found. */
    public enum Method {
        /** As R does: exact for few values without ties. */
        AUTOMATIC,
        /** As Kayenta does: always the approximation. */
        APPROXIMATE
    }

    /**
     * Compares two samples.
     *
     * @param x finite numbers, at least one
     * @param y finite numbers, at least one
     * @param confidence of the interval, above 0 and below 1
     * @throws IllegalArgumentException when a sample is empty or holds something that is not a finite number
     */
    public static MannWhitney of(double[] x, double[] y, double confidence, Method method) {
        check(x);
        check(y);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("not a confidence: " + confidence);
        }
        RankSum ranks = new RankSum(x, y);
        boolean few = x.length < EXACT_BELOW && y.length < EXACT_BELOW;
        return method == Method.AUTOMATIC && few && !ranks.tied()
                ? exact(ranks, x.length, y.length, confidence)
                : approximate(ranks, confidence);
    }

    /** The p-value alone, by the approximation. */
    public static double pValue(double[] x, double[] y) {
        check(x);
        check(y);
        return pValue(new RankSum(x, y));
    }

    private static double pValue(RankSum ranks) {
        return Math.min(1, 2 * Normal.cdf(-Math.abs(ranks.z(0, true))));
    }

    private static MannWhitney exact(RankSum ranks, int m, int n, double confidence) {
        double alpha = 1 - confidence;
        RankSumDistribution distribution = new RankSumDistribution(m, n);
        double u = ranks.statistic(0);
        double tail = u > m * n / 2.0 ? 1 - distribution.cdf(u - 1) : distribution.cdf(u);
        double[] differences = ranks.differences();
        int cut = Math.max(1, distribution.quantile(alpha / 2));
        int pairs = differences.length;
        double median = (differences[(pairs - 1) / 2] + differences[pairs / 2]) / 2;
        return new MannWhitney(u, Math.min(1, 2 * tail), differences[cut - 1], differences[pairs - cut], median);
    }

    private static MannWhitney approximate(RankSum ranks, double confidence) {
        double u = ranks.statistic(0);
        double low = ranks.smallestDifference();
        double high = ranks.largestDifference();
        if (low == high) {
            return new MannWhitney(u, low == 0 ? 1 : pValue(ranks), low, low, low);
        }
        double limit = Normal.upperQuantile((1 - confidence) / 2);
        return new MannWhitney(
                u,
                pValue(ranks),
                crossing(ranks, limit, true),
                crossing(ranks, -limit, true),
                crossing(ranks, 0, false));
    }

    /** The shift at which the samples differ by so many standard deviations. */
    private static double crossing(RankSum ranks, double z, boolean correct) {
        double low = ranks.smallestDifference();
        double high = ranks.largestDifference();
        if (ranks.z(low, correct) - z <= 0) {
            return low;
        }
        if (ranks.z(high, correct) - z >= 0) {
            return high;
        }
        return Brent.root(shift -> ranks.z(shift, correct) - z, low, high, PRECISION * (high - low));
    }

    private static void check(double[] sample) {
        if (sample.length == 0 || !Arrays.stream(sample).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("not a sample: " + sample.length + " values, all have to be finite");
        }
    }
}
