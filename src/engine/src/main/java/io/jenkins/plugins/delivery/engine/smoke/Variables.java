package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the values of variables into arguments. What goes to the server (path, headers and body) keeps its variables until
 * the check is tried: a secret in the environment is neither stored with the suite nor shown in a report.
 */
final class Variables {
    private static final Set<String> KEPT = Set.of("path", "headers", "body");

    private final Map<String, String> environment;
    private final Set<String> extracted;

    Variables(Map<String, String> environment, Set<String> extracted) {
        this.environment = environment;
        this.extracted = extracted;
    }

    /** Names that checks extract. What is wrong with them is said when the checks are read. */
    static Set<String> extracted(@CheckForNull Object checks) {
        Set<String> names = new LinkedHashSet<>();
        if (checks instanceof Collection<?> several) {
            for (Object check : several) {
                if (check instanceof Map<?, ?> map && map.get("extract") instanceof Map<?, ?> extract) {
                    extract.keySet().forEach(name -> names.add(String.valueOf(name)));
                }
            }
        }
        return names;
    }

    /** Whether a text anywhere in the arguments has something to replace. */
    static boolean in(@CheckForNull Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Variables::in);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().anyMatch(Variables::in);
        }
        return value instanceof CharSequence && value.toString().contains("${");
    }

    Map<String, Object> fill(Map<String, ?> arguments) {
        Map<String, Object> filled = new LinkedHashMap<>();
        arguments.forEach((key, value) -> filled.put(key, fill(key, value, false)));
        return filled;
    }

    @CheckForNull
    private Object fill(String place, @CheckForNull Object value, boolean keep) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, one) -> filled.put(
                    String.valueOf(key), fill(place + "." + key, one, keep || KEPT.contains(String.valueOf(key)))));
            return filled;
        }
        if (value instanceof Collection<?> several) {
            List<Object> filled = new ArrayList<>();
            several.forEach(one -> filled.add(fill(place + "[" + filled.size() + "]", one, keep)));
            return filled;
        }
        return value instanceof CharSequence
                ? Template.fill(place, value.toString(), name -> value(place, name, keep))
                : value;
    }

    private Optional<String> value(String place, String name, boolean keep) {
        if (extracted.contains(name)) {
            return Optional.of(Template.marker(name));
        }
        String value = environment.get(name);
        if (value != null && (value.indexOf('\uE000') >= 0 || value.indexOf('\uE001') >= 0)) {
            throw new ArgumentException(place, "the value of ${" + name + "} holds a character without meaning");
        }
        return Optional.ofNullable(value).map(known -> keep ? Template.marker(name) : known);
    }
}
