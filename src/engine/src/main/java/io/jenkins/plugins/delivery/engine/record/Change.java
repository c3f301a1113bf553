package io.jenkins.plugins.delivery.engine.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that somebody changed.
 *
 * @param id of the commit
 * @param author name of who wrote it; empty where unknown
 * @param message what they say about it; its first line is what people are shown
 * @param at when it was written; null where unknown
 * @param link where to look at it; null for nowhere
 */
public record Change(
        String id,
        String author,
        String message,
        @CheckForNull Instant at,
        @CheckForNull String link) {
    private static final int SHORT = 10;

    public Change {
        Objects.requireNonNull(id, "id");
        author = author == null ? "" : author;
        message = message == null ? "" : message;
    }

    String headline() {
        String first = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("(no message)");
        String by = author.isEmpty() ? "" : ", " + author;
        return first + " (" + id.substring(0, Math.min(SHORT, id.length())) + by + ")";
    }
}
