package io.jenkins.plugins.delivery.engine.analysis.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The place where a function changes its sign.
 *
 * <p>Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 4, algorithm zero. The course
 * of the search matters here: a step function may be zero on a whole interval, and the point that is found in it is the
 * one that other implementations of the same algorithm find.
 */
final class Brent {
    private static final int MOST_STEPS = 1000;

    private final DoubleUnaryOperator function;
    private final double tolerance;
    /** The best guess so far, the one before, and a point on the other side of the root. */
    private double best;

    private double valueOfBest;
    private double before;
    private double valueBefore;
    private double opposite;
    private double valueOpposite;

    private Brent(DoubleUnaryOperator function, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
    }

    /** The values at low and high must not have the same sign. */
    static double root(DoubleUnaryOperator function, double low, double high, double tolerance) {
        return new Brent(function, tolerance).search(low, high);
    }

    private double search(double low, double high) {
        before = low;
        valueBefore = function.applyAsDouble(low);
        best = high;
        valueOfBest = function.applyAsDouble(high);
        if (valueBefore == 0 || valueOfBest == 0) {
            return valueBefore == 0 ? low : high;
        }
        opposite = before;
        valueOpposite = valueBefore;
        for (int i = 0; i < MOST_STEPS; i++) {
            double last = best - before;
            keepBest();
            double precision = 2 * Math.ulp(1.0) * Math.abs(best) + tolerance / 2;
            double half = (opposite - best) / 2;
            if (Math.abs(half) <= precision || valueOfBest == 0) {
                return best;
            }
            double step = step(last, half, precision);
            before = best;
            valueBefore = valueOfBest;
            best += Math.abs(step) >= precision ? step : Math.copySign(precision, step);
            valueOfBest = function.applyAsDouble(best);
            if (valueOfBest > 0 == valueOpposite > 0) {
                opposite = before;
                valueOpposite = valueBefore;
            }
        }
        return best;
    }

    private void keepBest() {
        if (Math.abs(valueOpposite) < Math.abs(valueOfBest)) {
            before = best;
            best = opposite;
            opposite = before;
            valueBefore = valueOfBest;
            valueOfBest = valueOpposite;
            valueOpposite = valueBefore;
        }
    }

    /** Interpolates where that promises more than halving. */
    private double step(double last, double half, double precision) {
        if (Math.abs(last) < precision || Math.abs(valueBefore) <= Math.abs(valueOfBest)) {
            return half;
        }
        double ratio = valueOfBest / valueBefore;
        double p;
        double q;
        if (before == opposite) {
            p = 2 * half * ratio;
            q = 1 - ratio;
        } else {
            double far = valueBefore / valueOpposite;
            double near = valueOfBest / valueOpposite;
            p = ratio * (2 * half * far * (far - near) - (best - before) * (near - 1));
            q = (far - 1) * (near - 1) * (ratio - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean inside = p < 1.5 * half * q - Math.abs(precision * q) / 2 && p < Math.abs(last * q / 2);
        return inside ? p / q : half;
    }
}
