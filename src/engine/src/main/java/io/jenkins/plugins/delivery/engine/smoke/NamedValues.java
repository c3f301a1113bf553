package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what is given as a map of names that are free to choose. */
final class NamedValues {
    private NamedValues() {}

    /** In the order in which they stand; none where there is no value. */
    static Map<String, Object> of(String place, @CheckForNull Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, wanted) -> entries.put(String.valueOf(name), wanted));
        } else if (value != null) {
            throw new ArgumentException(place, "expected a map, but it is '" + value + "'");
        }
        return entries;
    }

    /** The same, all as text. */
    static Map<String, String> texts(String place, @CheckForNull Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(place, value).forEach((name, one) -> texts.put(name, String.valueOf(one)));
        return texts;
    }
}
