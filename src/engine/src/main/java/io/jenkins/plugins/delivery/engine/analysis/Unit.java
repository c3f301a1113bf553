package io.jenkins.plugins.delivery.engine.analysis;

import java.util.Locale;

/** How a number is written for people. */
public enum Unit {
    NUMBER,
    SECONDS,
    SHARE;

    String figure(double number) {
        return switch (this) {
            case NUMBER -> plain(number, 4);
            case SECONDS -> plain(number * 1000, 1) + " ms";
            case SHARE -> percent(number, 2);
        };
    }

    static String percent(double fraction, int digits) {
        return plain(fraction * 100, digits) + " %";
    }

    static String plain(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        String shortened = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        return shortened.equals("-0") ? "0" : shortened;
    }
}
