package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a metric calls good. */
final class LimitArguments {
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

    private LimitArguments() {}

    /** {@code '20%'} or {@code 0.2}. */
    @CheckForNull
    static Double fraction(ArgumentMap map, String key) {
        if (!map.has(key)) {
            return null;
        }
        Matcher percent = PERCENT.matcher(String.valueOf(map.raw(key)).strip());
        if (percent.matches()) {
            return Double.parseDouble(percent.group(1)) / 100;
        }
        double fraction = map.number(key).orElseThrow();
        if (fraction < 0) {
            throw new ArgumentException(map.place(key), "'" + fraction + "' is below 0; write '20%' or 0.2");
        }
        return fraction;
    }

    @CheckForNull
    static Double number(ArgumentMap map, String key) {
        OptionalDouble number = map.number(key);
        return number.isPresent() ? number.getAsDouble() : null;
    }

    static int notNegative(ArgumentMap map, String key, int otherwise) {
        int number = map.wholeNumber(key, otherwise);
        if (number < 0) {
            throw new ArgumentException(map.place(key), number + " is below 0");
        }
        return number;
    }

    static double between(ArgumentMap map, String key, double otherwise, double low, double high) {
        double number = map.number(key).orElse(otherwise);
        if (!(number > low && number < high)) {
            throw new ArgumentException(
                    map.place(key), number + " is not between " + Unit.plain(low, 2) + " and " + Unit.plain(high, 2));
        }
        return number;
    }
}
