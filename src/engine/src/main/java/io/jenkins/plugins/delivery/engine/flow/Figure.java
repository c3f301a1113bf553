package io.jenkins.plugins.delivery.engine.flow;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One number of a report, which a gate can look at.
 *
 * @param id what gates call it, such as {@code destroyed}
 * @param words what people call it
 * @param value finite
 * @param unit such as {@code ms} or {@code %}; empty for a plain count
 */
public record Figure(String id, String words, double value, String unit) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Figure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(id + " is no number that could be compared: " + value);
        }
        id = PlainText.of(id);
        words = PlainText.of(words);
    }

    public static Figure count(String id, String words, long value) {
        return new Figure(id, words, value, "");
    }

    /** The value and what it counts, such as {@code destroyed: 3}. */
    public String text() {
        return words + ": " + text(value);
    }

    /** Another value of the same figure, with its unit. */
    String text(double other) {
        return number(other) + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
    }

    /** A whole number as {@link Long}, anything else as {@link Double}: what a Jenkinsfile calculates with. */
    public Number number() {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            return (long) value;
        }
        return value;
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
