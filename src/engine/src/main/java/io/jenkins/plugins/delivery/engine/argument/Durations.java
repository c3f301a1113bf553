package io.jenkins.plugins.delivery.engine.argument;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a Jenkinsfile writes them: {@code 30s}, {@code 5m}, {@code 24h}, ISO-8601, or a number of seconds. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final String ALLOWED =
            "write 30s, 5m, 24h, an ISO-8601 duration such as PT5M, or a number of seconds";

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param argument name of the argument, for the error
     * @param value a {@link Duration}, a number of seconds, or text
     * @return the duration, zero or longer
     * @throws ArgumentException when the value is missing, negative, or not a duration
     */
    public static Duration parse(String argument, @CheckForNull Object value) {
        if (value instanceof Duration duration) {
            return notNegative(argument, value, duration);
        }
        if (value instanceof Number number) {
            return notNegative(argument, value, seconds(argument, number.toString()));
        }
        if (value instanceof CharSequence text) {
            return notNegative(argument, value, text(argument, text.toString().strip()));
        }
        throw refused(argument, value);
    }

    /** Like {@link #parse(String, Object)}, with the duration to take when there is no value. */
    public static Duration parse(String argument, @CheckForNull Object value, Duration otherwise) {
        return value == null ? otherwise : parse(argument, value);
    }

    /** A duration in words for people: {@code 45s}, {@code 5m}, {@code 1h 30m}, {@code 250ms}. */
    public static String format(Duration duration) {
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + "ms";
        }
        StringBuilder words = new StringBuilder();
        append(words, duration.toDays(), "d");
        append(words, duration.toHoursPart(), "h");
        append(words, duration.toMinutesPart(), "m");
        append(words, duration.toSecondsPart(), "s");
        return words.toString();
    }

    private static void append(StringBuilder words, long amount, String unit) {
        if (amount > 0) {
            words.append(words.length() == 0 ? "" : " ").append(amount).append(unit);
        }
    }

    private static Duration text(String argument, String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            return of(Long.parseLong(matcher.group(1)), matcher.group(2));
        }
        if (SECONDS.matcher(text).matches()) {
            return seconds(argument, text);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw refused(argument, text);
        }
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration seconds(String argument, String number) {
        try {
            return Duration.ofMillis(new BigDecimal(number).movePointRight(3).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw refused(argument, number);
        }
    }

    private static Duration notNegative(String argument, Object value, Duration duration) {
        if (duration.isNegative()) {
            throw refused(argument, value);
        }
        return duration;
    }

    private static ArgumentException refused(String argument, @CheckForNull Object value) {
        String what = value == null ? "nothing was given" : "'" + value + "' is not a duration";
        return new ArgumentException(argument, what + "; " + ALLOWED);
    }
}
