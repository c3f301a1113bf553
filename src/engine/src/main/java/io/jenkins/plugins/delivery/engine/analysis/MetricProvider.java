package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A system that answers metric queries. Each answer completes, never exceptionally, and always within the provider's
 * time-out; asking holds no thread.
 */
public interface MetricProvider {
    /**
     * Asks for one number.
     *
     * @param query in the provider's own language
     * @param at the point in time that is asked about
     */
    CompletableFuture<Measurement> measure(String query, Instant at);

    /** Asks for numbers over time. */
    default CompletableFuture<Measurement> range(String query, TimeRange range) {
        return CompletableFuture.completedFuture(
                new Measurement.Failed("this provider has no history; use judge: 'threshold'", true));
    }

    /**
     * Asks which alerts fire.
     *
     * @param matchers as in PromQL, without the braces: {@code alertname="ShopDown",severity=~"critical|page"}
     */
    default CompletableFuture<Measurement> alerts(String matchers, Instant at) {
        return CompletableFuture.completedFuture(new Measurement.Failed("this provider knows no alerts", true));
    }

    /** What is wrong with matchers of alerts; nothing where that cannot be told. */
    default CompletableFuture<Optional<String>> problemOfAlerts(String matchers) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** What is wrong with a query, said without computing it; nothing where that cannot be told. */
    default CompletableFuture<Optional<String>> problem(String query) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
