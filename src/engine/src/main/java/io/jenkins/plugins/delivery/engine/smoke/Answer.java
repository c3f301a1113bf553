package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param headers by lower-case name
 * @param body decoded text, cut after one mebibyte
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final int EXCERPT = 160;

    /** The first value of a header by its lower-case name; null if there is none. */
    @CheckForNull
    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** The beginning of the body on one line. */
    String excerpt() {
        String line = body.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "an empty body";
        }
        return "'" + (line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line) + "'";
    }

    /** The body's beginning as an explanation of an unexpected status. */
    String hint() {
        return body.isBlank() ? "" : " with " + excerpt();
    }
}
