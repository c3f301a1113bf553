package io.jenkins.plugins.delivery.engine.flow.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many out of how many.
 *
 * @param reached by tests
 * @param all that there are; 0 where nothing is said
 * @param share of a report that says no numbers, 0..1; negative for none
 */
record Ratio(long reached, long all, double share) {
    static final Ratio UNKNOWN = new Ratio(0, 0, -1);

    static Ratio of(long reached, long all) {
        return reached < 0 || all <= 0 || reached > all ? UNKNOWN : new Ratio(reached, all, -1);
    }

    static Ratio of(double share) {
        return share >= 0 && share <= 1 ? new Ratio(0, 0, share) : UNKNOWN;
    }

    boolean known() {
        return all > 0 || share >= 0;
    }

    boolean isExact() {
        return all > 0;
    }

    /** Rounded down to one digit: 79.96 % is not 80 %. */
    double percent() {
        BigDecimal exact = all > 0
                ? BigDecimal.valueOf(reached)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN)
                : BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.DOWN);
        return exact.doubleValue();
    }

    String text() {
        return BigDecimal.valueOf(percent()).stripTrailingZeros().toPlainString() + " %";
    }
}
