package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The labels of a series, with its name as {@code __name__}. Immutable. */
record Labels(Map<String, String> values) {
    static final String NAME = "__name__";

    Labels {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static Labels of(String... pairs) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new Labels(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    Labels without(Collection<String> names) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(names);
        return new Labels(rest);
    }

    Labels only(Collection<String> names) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().retainAll(names);
        return new Labels(rest);
    }

    Labels with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Labels(more);
    }
}
