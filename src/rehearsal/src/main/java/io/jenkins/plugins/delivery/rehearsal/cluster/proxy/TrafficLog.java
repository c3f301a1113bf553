package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the pods answered, as an application instrumented for Prometheus would. Thread-safe. */
public final class TrafficLog {
    private static final double[] BOUNDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private final Map<Outcome, Long> requests = new TreeMap<>();
    private final Map<PodName, Histogram> durations = new TreeMap<>();

    /** Requests of one kind to one pod. */
    public record Outcome(String namespace, String pod, String method, int code) implements Comparable<Outcome> {
        @Override
        public int compareTo(Outcome other) {
            return toString().compareTo(other.toString());
        }
    }

    /** A pod. */
    public record PodName(String namespace, String pod) implements Comparable<PodName> {
        @Override
        public int compareTo(PodName other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Durations in seconds: how many were at most each bound; the last entry counts all. */
    public record Histogram(double[] bounds, long[] counts, double sum) {
        private static Histogram empty() {
            return new Histogram(BOUNDS, new long[BOUNDS.length + 1], 0);
        }

        private Histogram with(double seconds) {
            long[] more = counts.clone();
            for (int i = 0; i < BOUNDS.length; i++) {
                if (seconds <= BOUNDS[i]) {
                    more[i]++;
                }
            }
            more[BOUNDS.length]++;
            return new Histogram(BOUNDS, more, sum + seconds);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Histogram that && Arrays.equals(counts, that.counts) && sum == that.sum;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(counts);
        }

        @Override
        public String toString() {
            return Arrays.toString(counts) + " sum " + sum;
        }
    }

    synchronized void record(Backend backend, String method, int code, Duration duration) {
        requests.merge(new Outcome(backend.namespace(), backend.pod(), method, code), 1L, Long::sum);
        PodName pod = new PodName(backend.namespace(), backend.pod());
        durations.put(pod, durations.getOrDefault(pod, Histogram.empty()).with(duration.toNanos() / 1e9));
    }

    public synchronized Map<Outcome, Long> requests() {
        return new TreeMap<>(requests);
    }

    public synchronized Map<PodName, Histogram> durations() {
        return new TreeMap<>(durations);
    }
}
