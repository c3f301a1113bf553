package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A system that answers metric queries. */
public interface MetricProvider {
    /**
     * Asks for one number, without holding the calling thread.
     *
     * @param query in the provider's own language, with one number as its answer
     * @param at the point in time that is asked about
     * @return completes with an answer, never exceptionally, and always within the provider's time-out
     */
    CompletableFuture<Measurement> measure(String query, Instant at);
}
