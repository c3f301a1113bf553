package io.jenkins.plugins.delivery.engine.notify;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened.
 *
 * @param event what kind of thing, such as {@code approval.requested}
 * @param title in a few words
 * @param text in a sentence
 * @param link where to look, absolute
 * @param facts names and values that explain it
 * @param at when it happened
 */
public record Notification(
        String event, String title, String text, String link, Map<String, String> facts, Instant at) {
    public Notification {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(at, "at");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
