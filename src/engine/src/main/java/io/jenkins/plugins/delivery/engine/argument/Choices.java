package io.jenkins.plugins.delivery.engine.argument;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Arguments that name one of several known things: a router, a severity, an environment. */
public final class Choices {
    private Choices() {}

    /**
     * The candidate that a value names exactly.
     *
     * @param what what the candidates are, in the singular: {@code router}, {@code environment}
     * @throws ArgumentException naming the nearest candidate and all of them, when none is meant
     */
    public static String pick(String argument, String what, @CheckForNull Object value, Collection<String> candidates) {
        String word = value == null ? "" : value.toString().strip();
        if (candidates.contains(word)) {
            return word;
        }
        String known = candidates.isEmpty() ? "none is configured" : "known are " + String.join(", ", candidates);
        String given = word.isEmpty() ? "nothing was given" : "there is no " + what + " '" + word + "'";
        throw new ArgumentException(argument, given + NearestMatch.hint(word, candidates) + " (" + known + ")");
    }

    /** The constant of an enumeration, written in any case, {@code -} and {@code _} alike. */
    public static <E extends Enum<E>> E pick(String argument, @CheckForNull Object value, Class<E> type) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        String word = value == null ? "" : value.toString().strip().replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        pick(argument, "value", word, names);
        throw new IllegalStateException("a name that is none of " + names + " was accepted: " + word);
    }
}
