package io.jenkins.plugins.delivery.engine.analysis.stats;

/** The relative rates that a sequential test bets on, all with the same stake: from a little too much to very much. */
final class Rivals {
    private static final double[] FACTORS = {1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5, 3, 4, 6, 10, 20, 50};

    private Rivals() {}

    static int count() {
        return FACTORS.length;
    }

    static double factor(int rival) {
        return FACTORS[rival];
    }

    /** The logarithm of the mean of values given by their logarithms. */
    static double logMean(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum / logs.length);
    }
}
