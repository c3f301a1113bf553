package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.util.Optional;

/**
 * How slow the samples of a check may be, in milliseconds; 0 means that nothing is demanded.
 *
 * @param max of each single sample
 */
public record LatencyLimits(long max, long p50, long p95, long p99) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What does not hold, or nothing. */
    Optional<Mismatch> check(Latencies latencies) {
        return over("latency", max, latencies.max())
                .or(() -> over("p50 latency", p50, latencies.percentile(50)))
                .or(() -> over("p95 latency", p95, latencies.percentile(95)))
                .or(() -> over("p99 latency", p99, latencies.percentile(99)));
    }

    private static Optional<Mismatch> over(String what, long limit, long actual) {
        if (limit == 0 || actual <= limit) {
            return Optional.empty();
        }
        return Optional.of(new Mismatch(what + " of at most " + limit + " ms", actual + " ms"));
    }
}
