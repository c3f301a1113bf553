package io.jenkins.plugins.delivery.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a Jenkinsfile says, without anything of Groovy's: it goes to an agent, and is kept with the program. */
final class PlainValues {
    private PlainValues() {}

    static ArrayList<Object> list(Collection<?> values) {
        ArrayList<Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(value(value)));
        return plain;
    }

    static LinkedHashMap<String, Object> map(Map<?, ?> values) {
        LinkedHashMap<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(String.valueOf(key), value(value)));
        return plain;
    }

    @CheckForNull
    private static Object value(@CheckForNull Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
