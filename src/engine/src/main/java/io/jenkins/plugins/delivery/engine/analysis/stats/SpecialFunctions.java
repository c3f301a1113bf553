package io.jenkins.plugins.delivery.engine.analysis.stats;

/**
 * Gamma, error and beta functions in double precision.
 *
 * <p>Sources: Abramowitz and Stegun, formulas 6.1.41 (Stirling's series), 7.1.6 and 7.1.14 (error function), 26.5.8
 * (continued fraction of the incomplete beta function).
 */
final class SpecialFunctions {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;
    private static final int MOST_TERMS = 10_000;

    private SpecialFunctions() {}

    /** The natural logarithm of the gamma function, for a positive argument. */
    static double logGamma(double x) {
        int steps = (int) Math.max(0, Math.ceil(15 - x));
        double shift = 0;
        for (int i = 0; i < steps; i++) {
            shift -= Math.log(x + i);
        }
        double big = x + steps;
        double inverse = 1 / (big * big);
        double series =
                (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188))))
                        / big;
        return shift + (big - 0.5) * Math.log(big) - big + 0.5 * Math.log(2 * Math.PI) + series;
    }

    /** The complementary error function. */
    static double erfc(double x) {
        if (x < 0) {
            return 2 - erfc(-x);
        }
        return x < 2 ? 1 - erfSeries(x) : erfcFraction(x);
    }

    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < MOST_TERMS && term > PRECISION * sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    private static double erfcFraction(double x) {
        double fraction = 0;
        for (int n = 120; n >= 1; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
    }

    /** The natural logarithm of the beta function. */
    static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /** The share of a beta distribution that is at most x. */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    /** Evaluated from the front, by the method of Lentz. */
    private static double betaFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return result;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
