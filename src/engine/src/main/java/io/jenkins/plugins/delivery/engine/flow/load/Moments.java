package io.jenkins.plugins.delivery.engine.flow.load;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Moments as Go programs write them (RFC 3339). */
final class Moments {
    private Moments() {}

    /** Milliseconds since 1970, with fractions. */
    static double millis(String file, int line, String text) throws ReportException {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.getEpochSecond() * 1000.0 + instant.getNano() / 1e6;
        } catch (DateTimeException e) {
            throw new ReportException(
                    file, line, "expected a time such as 2026-01-31T12:00:00Z, but it is '" + text + "'");
        }
    }
}
