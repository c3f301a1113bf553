package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts that were taken into account at one moment. Whoever applies the same turns to the same session gets the same
 * result, wherever they come from.
 *
 * @param attempts none if only time has passed
 * @param atMillis the moment, in milliseconds since 1970, never before the turn before
 */
public record Turn(List<Attempt> attempts, long atMillis) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Turn {
        attempts = new ArrayList<>(attempts);
    }

    public Instant at() {
        return Instant.ofEpochMilli(atMillis);
    }
}
