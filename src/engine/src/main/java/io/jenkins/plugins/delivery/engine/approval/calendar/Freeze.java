package io.jenkins.plugins.delivery.engine.approval.calendar;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A time in which nothing is deployed, for a reason.
 *
 * <p>A beginning that clocks show twice is the earlier one, an end the later one: in doubt it is frozen.
 *
 * @param reason why, for people; not blank
 * @param from when it begins, as clocks in the zone show it
 * @param to when it ends; that moment is outside
 * @param zone of the clocks
 */
public record Freeze(String reason, LocalDateTime from, LocalDateTime to, ZoneId zone) {
    public Freeze {
        if (reason.isBlank()) {
            throw new ArgumentException("freeze", "it has no reason; say why nothing may be deployed");
        }
        if (!to.isAfter(from)) {
            throw new ArgumentException(
                    "freeze", "'" + reason + "' ends at " + to + ", not after it begins at " + from);
        }
    }

    /** When it begins. */
    public Instant begins() {
        return ZonedDateTime.of(from, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** When it is over. */
    public Instant ends() {
        return ZonedDateTime.of(to, zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** Whether nothing may be deployed at that moment. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(begins()) && instant.isBefore(ends());
    }
}
