package io.jenkins.plugins.delivery.engine.analysis.stats;

/** The standard normal distribution. */
final class Normal {
    private static final double WIDEST = 40;

    private Normal() {}

    /** The probability of a value that is at most z. */
    static double cdf(double z) {
        return SpecialFunctions.erfc(-z / Math.sqrt(2)) / 2;
    }

    /** The value that is exceeded with a probability, from 0 to 1 exclusive. */
    static double upperQuantile(double probability) {
        double low = -WIDEST;
        double high = WIDEST;
        while (high - low > Math.ulp(Math.max(1, Math.abs(low)))) {
            double middle = (low + high) / 2;
            if (cdf(-middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
