package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names of resources that a Jenkinsfile lists, with {@code *} for whatever. */
final class Names {
    private Names() {}

    /** The list under a key of the settings; none is an empty one. */
    static List<String> of(ArgumentMap settings, String key) {
        Object value = settings.raw(key);
        if (value == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Object name : value instanceof Collection<?> list ? list : List.of(value)) {
            if (!(name instanceof CharSequence text) || text.toString().isBlank()) {
                throw new ArgumentException(
                        settings.place(key), "expected names of resources, but it has '" + name + "'");
            }
            names.add(text.toString().strip());
        }
        return names;
    }

    static boolean match(String pattern, String name) {
        return new Wildcard(pattern).matches(name);
    }
}
