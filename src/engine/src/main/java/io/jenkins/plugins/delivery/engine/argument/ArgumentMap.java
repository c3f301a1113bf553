package io.jenkins.plugins.delivery.engine.argument;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** One map of a step's arguments, such as an element of {@code metrics: [[preset: 'error-rate', max: 0.01]]}. */
public final class ArgumentMap {
    private final String place;
    private final Map<?, ?> values;

    private ArgumentMap(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
    }

    /**
     * Reads a value as a map with known keys.
     *
     * @throws ArgumentException when it is no map, or has a key that is not known
     */
    public static ArgumentMap of(String argument, @CheckForNull Object value, Set<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ArgumentException(
                    argument,
                    "expected a map such as [" + known.iterator().next() + ": …], but it is " + describe(value));
        }
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new ArgumentException(
                        argument,
                        "there is no key '" + key + "'"
                                + NearestMatch.hint(String.valueOf(key), known) + " (known are "
                                + String.join(", ", known.stream().sorted().toList()) + ")");
            }
        }
        return new ArgumentMap(argument, map);
    }

    /** Reads a value as a list of such maps; no value is an empty list. */
    public static List<ArgumentMap> list(String argument, @CheckForNull Object value, Set<String> known) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Collection<?> collection)) {
            throw new ArgumentException(argument, "expected a list of maps, but it is " + describe(value));
        }
        List<ArgumentMap> maps = new ArrayList<>();
        for (Object element : collection) {
            maps.add(of(argument + "[" + maps.size() + "]", element, known));
        }
        return List.copyOf(maps);
    }

    /** Where the map stands, such as {@code metrics[0]}. */
    public String place() {
        return place;
    }

    /** The full name of one key, such as {@code metrics[0].max}, for an error. */
    public String place(String key) {
        return place + "." + key;
    }

    /** Whether a value is given for the key. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** The value as it was given. */
    @CheckForNull
    public Object raw(String key) {
        return values.get(key);
    }

    /** Text that is not blank. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> notBlank(key, value));
    }

    /** A finite number. */
    public OptionalDouble number(String key) {
        Object value = values.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(finite(key, value));
    }

    /** A whole number, or what to take when there is none. */
    public int wholeNumber(String key, int otherwise) {
        double number = number(key).orElse(otherwise);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new ArgumentException(place(key), "'" + values.get(key) + "' is not a whole number");
        }
        return (int) number;
    }

    /** A duration, or what to take when there is none. */
    public Duration duration(String key, Duration otherwise) {
        return Durations.parse(place(key), values.get(key), otherwise);
    }

    /** True or false, or what to take when there is none. */
    public boolean flag(String key, boolean otherwise) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        throw new ArgumentException(place(key), "expected true or false, but it is " + describe(value));
    }

    private String notBlank(String key, Object value) {
        if (value instanceof CharSequence text && !text.toString().isBlank()) {
            return text.toString().strip();
        }
        throw new ArgumentException(place(key), "expected text, but it is " + describe(value));
    }

    private double finite(String key, Object value) {
        try {
            double number = value instanceof Number n
                    ? n.doubleValue()
                    : Double.parseDouble(value.toString().strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the numbers that are not finite
        }
        throw new ArgumentException(place(key), "'" + value + "' is not a number");
    }

    private static String describe(@CheckForNull Object value) {
        if (value == null) {
            return "missing";
        }
        String text = String.valueOf(value);
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
