package io.jenkins.plugins.delivery.engine.traffic;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which requests go to the new version whatever its weight: those that carry one of these headers or one of these cookies,
 * with exactly the value. Each is enough by itself, because not every router can ask for several at once.
 *
 * @param headers exact values by the header's name
 * @param cookies exact values by the cookie's name
 */
public record Match(Map<String, String> headers, Map<String, String> cookies) {
    /** No request is chosen. */
    public static final Match NONE = new Match(Map.of(), Map.of());

    /** @throws IllegalArgumentException naming the header or cookie whose name or value no router could look for */
    public Match {
        headers = headers == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(headers));
        cookies = cookies == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(cookies));
        headers.forEach(Condition::header);
        cookies.forEach(Condition::cookie);
    }

    /** Whether no request is chosen. */
    public boolean none() {
        return headers.isEmpty() && cookies.isEmpty();
    }

    /** One by one, always in the same order: headers by name, then cookies by name. */
    List<Condition> conditions() {
        return Stream.concat(
                        headers.entrySet().stream().map(one -> Condition.header(one.getKey(), one.getValue())),
                        cookies.entrySet().stream().map(one -> Condition.cookie(one.getKey(), one.getValue())))
                .toList();
    }

    /** As a sentence has it. */
    String words() {
        return String.join(" or ", conditions().stream().map(Condition::words).toList());
    }
}
