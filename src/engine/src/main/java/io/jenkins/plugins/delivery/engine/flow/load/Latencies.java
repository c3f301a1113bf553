package io.jenkins.plugins.delivery.engine.flow.load;

import java.util.Map;
import java.util.TreeMap;

/**
 * Times of any number of requests in little memory: each goes into a bucket that is 1 % wide, so a percentile is at most 1 %
 * away from the true one. Count, mean and maximum are exact.
 */
final class Latencies {
    private static final double WIDTH = Math.log(1.01);

    /** Times below a hundredth of a millisecond count as that. */
    private static final double LEAST = 0.01;

    private final TreeMap<Integer, Long> buckets = new TreeMap<>();
    private long count;
    private double sum;
    private double max;

    /** @param millis 0 or more */
    void add(double millis) {
        count++;
        sum += millis;
        max = Math.max(max, millis);
        buckets.merge((int) Math.floor(Math.log(Math.max(LEAST, millis) / LEAST) / WIDTH), 1L, Long::sum);
    }

    long count() {
        return count;
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    double max() {
        return max;
    }

    /** The time that so many of a hundred requests did not exceed (nearest rank), in milliseconds; 0 without requests. */
    double percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * count));
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return Math.min(max, LEAST * Math.exp((bucket.getKey() + 0.5) * WIDTH));
            }
        }
        return 0;
    }
}
