package io.jenkins.plugins.delivery.engine.smoke;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Latencies in milliseconds, and their percentiles. */
public final class Latencies {
    private final long[] sorted;

    Latencies(Collection<Long> millis) {
        sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /**
     * The nearest-rank percentile in milliseconds: the smallest latency that at least this share of all does not exceed. 0 if there is none.
     *
     * @param percent 0 to 100
     */
    public long percentile(int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** How they are spread over bands that begin at 0, 1, 2, 5, 10, 20, 50 and so on: from the first that is not empty to the last. */
    public List<LatencyBand> bands() {
        List<LatencyBand> bands = new ArrayList<>();
        int next = 0;
        for (long from = 0, below = 1; next < sorted.length; from = below, below = above(below)) {
            int first = next;
            while (next < sorted.length && sorted[next] < below) {
                next++;
            }
            if (next > first || !bands.isEmpty()) {
                bands.add(new LatencyBand(from, below, next - first));
            }
        }
        return bands;
    }

    /** After 1, 2, 5 come 10, 20, 50. */
    private static long above(long border) {
        return String.valueOf(border).startsWith("2") ? border / 2 * 5 : border * 2;
    }

    /** The longest one in milliseconds; 0 if there is none. */
    public long max() {
        return percentile(100);
    }
}
