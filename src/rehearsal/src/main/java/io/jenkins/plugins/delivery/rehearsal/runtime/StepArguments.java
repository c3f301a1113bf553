package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of one step call, by name, and its block. */
record StepArguments(
        Map<String, Object> named, @CheckForNull Closure<?> body, List<GString> interpolated) {
    /**
     * Reads what Groovy passes for {@code step a: 1}, {@code step 'x'}, {@code step { }} and their combinations.
     *
     * @param takesBlock a closure at the end is the block
     * @param sole the name of the one argument that may be given without its name, null if there is none
     * @param soleOnly the step has no other arguments at all, so that a map is its value
     */
    static StepArguments parse(Object given, boolean takesBlock, @CheckForNull String sole, boolean soleOnly) {
        List<Object> values = new ArrayList<>(given instanceof Object[] array ? Arrays.asList(array) : List.of(given));
        Closure<?> body = null;
        if (takesBlock && !values.isEmpty() && values.get(values.size() - 1) instanceof Closure<?> last) {
            body = last;
            values.remove(values.size() - 1);
        }
        List<GString> interpolated = new ArrayList<>();
        return new StepArguments(names(values, sole, soleOnly, interpolated), body, interpolated);
    }

    private static Map<String, Object> names(
            List<Object> values, String sole, boolean soleOnly, List<GString> interpolated) {
        if (values.isEmpty()) {
            return new LinkedHashMap<>();
        }
        if (values.size() == 1 && values.get(0) instanceof Map<?, ?> map && !map.containsKey("$class")) {
            if (!soleOnly || map.size() == 1 && sole != null && map.containsKey(sole)) {
                return plain(map, interpolated);
            }
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + values);
        }
        if (sole == null) {
            throw new IllegalArgumentException("Expected named arguments but got " + values.get(0));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(sole, plain(values.get(0), interpolated));
        return named;
    }

    /** Interpolated text becomes text, here and in collections. */
    private static Object plain(Object value, List<GString> interpolated) {
        if (value instanceof GString text) {
            interpolated.add(text);
            return text.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(plain(element, interpolated)));
            return copy;
        }
        return value instanceof Map<?, ?> map ? plain(map, interpolated) : value;
    }

    private static Map<String, Object> plain(Map<?, ?> map, List<GString> interpolated) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), plain(value, interpolated)));
        return copy;
    }

    /** A short text for displays. */
    String summary() {
        StringBuilder text = new StringBuilder();
        named.forEach((name, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(named.size() == 1 ? "" : name + ": ")
                .append(value));
        String line = text.toString().strip().replaceAll("\\s+", " ");
        return line.length() > 120 ? line.substring(0, 117) + "..." : line;
    }
}
