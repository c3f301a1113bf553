package io.jenkins.plugins.delivery.engine.smoke;

import java.util.Collection;

/** Latencies in milliseconds, and their percentiles. */
final class Latencies {
    private final long[] sorted;

    Latencies(Collection<Long> millis) {
        sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The nearest-rank percentile: the smallest latency that at least this share of all does not exceed. 0 if there is none. */
    long percentile(int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    long max() {
        return percentile(100);
    }
}
