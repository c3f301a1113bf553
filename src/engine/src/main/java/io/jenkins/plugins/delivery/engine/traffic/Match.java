package io.jenkins.plugins.delivery.engine.traffic;

import java.util.Map;

/**
 * Which requests go to the new version whatever its weight: those that carry every header and every cookie named.
 *
 * @param headers exact values by the header's name
 * @param cookies exact values by the cookie's name
 */
public record Match(Map<String, String> headers, Map<String, String> cookies) {
    /** No request is chosen. */
    public static final Match NONE = new Match(Map.of(), Map.of());

    public Match {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        cookies = cookies == null ? Map.of() : Map.copyOf(cookies);
    }

    /** Whether no request is chosen. */
    public boolean none() {
        return headers.isEmpty() && cookies.isEmpty();
    }
}
