package io.jenkins.plugins.delivery.engine.analysis.stats;

/**
 * The distribution of the Mann-Whitney statistic U of two samples of the same distribution without ties.
 *
 * <p>By the recurrence of Mann and Whitney (1947): the largest of all values is in the first sample with probability
 * m / (m + n), and is then above all n values of the second.
 */
final class RankSumDistribution {
    private final double[] cumulated;

    /** Of samples with m and n values. */
    RankSumDistribution(int m, int n) {
        double[][] row = new double[n + 1][];
        for (int j = 0; j <= n; j++) {
            row[j] = new double[] {1};
        }
        for (int i = 1; i <= m; i++) {
            double[][] next = new double[n + 1][];
            next[0] = new double[] {1};
            for (int j = 1; j <= n; j++) {
                next[j] = step(i, j, row[j], next[j - 1]);
            }
            row = next;
        }
        this.cumulated = row[n];
        for (int u = 1; u < cumulated.length; u++) {
            cumulated[u] += cumulated[u - 1];
        }
    }

    private static double[] step(int m, int n, double[] withoutFirst, double[] withoutSecond) {
        double[] probabilities = new double[m * n + 1];
        for (int u = 0; u < withoutFirst.length; u++) {
            probabilities[u + n] += withoutFirst[u] * m / (m + n);
        }
        for (int u = 0; u < withoutSecond.length; u++) {
            probabilities[u] += withoutSecond[u] * n / (m + n);
        }
        return probabilities;
    }

    /** The probability that U is at most u. */
    double cdf(double u) {
        int index = (int) Math.floor(u + 1e-7);
        return index < 0 ? 0 : Math.min(1, cumulated[Math.min(index, cumulated.length - 1)]);
    }

    /** The smallest u that U is at most with at least this probability. */
    int quantile(double probability) {
        int u = 0;
        while (u < cumulated.length - 1 && cumulated[u] < probability - 1e-14) {
            u++;
        }
        return u;
    }
}
