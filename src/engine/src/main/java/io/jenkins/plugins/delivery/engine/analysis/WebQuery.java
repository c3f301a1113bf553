package io.jenkins.plugins.delivery.engine.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider of JSON documents is asked: a JSON path, and values for the placeholders of its URL.
 *
 * @param path empty for the one that the administrator set
 * @param values by the name of the placeholder
 */
public record WebQuery(String path, Map<String, String> values) {
    private static final String[] FROM_SUBJECT = {"namespace", "app", "workload", "pods", "service"};

    public WebQuery {
        values = Map.copyOf(values);
    }

    /** As one text, a line each, with the placeholders that a subject fills in. */
    static String text(String path, String query) {
        StringBuilder text = new StringBuilder(path);
        for (String name : FROM_SUBJECT) {
            text.append('\n').append(name).append("={{").append(name).append("}}");
        }
        return text.append("\nquery=").append(query.replace('\n', ' ')).toString();
    }

    /** What {@link #text} wrote, once it is filled in. */
    public static WebQuery parse(String text) {
        String[] lines = text.split("\n", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
        }
        return new WebQuery(lines[0], values);
    }
}
