package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of resources that a Jenkinsfile lists, with {@code *} for whatever. */
final class Names {
    static final Names NONE = new Names();

    private final Map<String, Wildcard> all = new LinkedHashMap<>();

    private Names() {}

    /** The list under a key of the settings; none is an empty one. */
    static Names of(ArgumentMap settings, String key) {
        Object value = settings.raw(key);
        if (value == null) {
            return NONE;
        }
        Names names = new Names();
        for (Object name : value instanceof Collection<?> list ? list : List.of(value)) {
            if (!(name instanceof CharSequence text) || text.toString().isBlank()) {
                throw new ArgumentException(
                        settings.place(key), "expected names of resources, but it has '" + name + "'");
            }
            String listed = text.toString().strip();
            names.all.put(listed, new Wildcard(listed));
        }
        return names;
    }

    /** As they are written. */
    Set<String> all() {
        return all.keySet();
    }

    /** Those that mean this resource. */
    List<String> matching(String address) {
        return all.keySet().stream()
                .filter(name -> all.get(name).matches(address))
                .toList();
    }

    /** Whether one of them means this resource, or all of its type. */
    boolean mean(String type, String address) {
        return all.values().stream().anyMatch(name -> name.matches(type) || name.matches(address));
    }
}
