package io.jenkins.plugins.delivery.engine.analysis.stats;

import java.util.Arrays;

/** Two samples, each sorted once, and how their ranks compare after the first one is shifted. */
final class RankSum {
    private final double[] x;
    private final double[] y;
    private double statistic;
    private double ties;

    RankSum(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        Arrays.sort(this.x);
        Arrays.sort(this.y);
    }

    double smallestDifference() {
        return x[0] - y[y.length - 1];
    }

    double largestDifference() {
        return x[x.length - 1] - y[0];
    }

    /** How many pairs have x above y, pairs that are equal counted half. */
    double statistic(double shift) {
        rank(shift);
        return statistic;
    }

    /** Whether values of the two samples together are equal. */
    boolean tied() {
        rank(0);
        return ties > 0;
    }

    /** The distance of the statistic from its expectation in standard deviations; NaN when all values are equal. */
    double z(double shift, boolean correct) {
        rank(shift);
        double m = x.length;
        double n = y.length;
        double distance = statistic - m * n / 2;
        double correction = correct ? Math.signum(distance) * 0.5 : 0;
        double variance = m * n / 12 * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
        return (distance - correction) / Math.sqrt(variance);
    }

    /** All differences of a pair, sorted. */
    double[] differences() {
        double[] all = new double[x.length * y.length];
        int i = 0;
        for (double a : x) {
            for (double b : y) {
                all[i++] = a - b;
            }
        }
        Arrays.sort(all);
        return all;
    }

    /** One walk through both, group by group of equal values. */
    private void rank(double shift) {
        statistic = 0;
        ties = 0;
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            double value = Math.min(
                    i < x.length ? x[i] - shift : Double.POSITIVE_INFINITY,
                    j < y.length ? y[j] : Double.POSITIVE_INFINITY);
            int fromX = i;
            int fromY = j;
            while (i < x.length && x[i] - shift <= value) {
                i++;
            }
            while (j < y.length && y[j] <= value) {
                j++;
            }
            double below = fromY;
            statistic += (i - fromX) * (below + (j - fromY) / 2.0);
            double group = i - fromX + (j - fromY);
            ties += group * group * group - group;
        }
    }
}
