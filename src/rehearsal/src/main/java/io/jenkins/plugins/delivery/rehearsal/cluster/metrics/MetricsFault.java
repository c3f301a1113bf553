package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Duration;

/**
 * How queries go wrong.
 *
 * @param from virtual time since the first query
 * @param length for so long
 */
public record MetricsFault(Answer answer, Duration from, Duration length) {
    /** What a query meets. */
    public enum Answer {
        /** HTTP 503. */
        UNAVAILABLE,
        /** No answer. */
        TIMEOUT,
        /** The connection breaks. */
        RESET,
        /** A good answer without any data. */
        EMPTY,
        /** A good answer with the value NaN. */
        NAN
    }
}
