package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.time.Instant;

/** What one attempt of a check ended with, and when. */
public record TimelineEntry(Instant at, boolean passed, String words) implements Serializable {
    private static final long serialVersionUID = 1L;
}
