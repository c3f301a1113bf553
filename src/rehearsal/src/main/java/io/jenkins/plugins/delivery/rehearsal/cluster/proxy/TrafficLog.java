package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the pods answered, as an application instrumented for Prometheus would, and as routers do. Thread-safe. */
public final class TrafficLog {
    private static final double[] BOUNDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private final Map<Outcome, Long> requests = new TreeMap<>();
    private final Map<PodName, Histogram> durations = new TreeMap<>();
    private final Map<Hop, Map<Integer, Long>> hops = new HashMap<>();
    private final Map<Hop, Histogram> hopDurations = new HashMap<>();

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

    /**
     * The way of a request through a router.
     *
     * @param front what it was sent to
     * @param service behind the front
     * @param alternative whether the rule leads to another Service first, as that of an Ingress with a canary does
     */
    public record Hop(FrontKey front, String service, boolean alternative, String pod) {}

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

    synchronized void record(Chosen chosen, String method, int code, Duration duration) {
        Backend backend = chosen.backend();
        requests.merge(new Outcome(backend.namespace(), backend.pod(), method, code), 1L, Long::sum);
        PodName pod = new PodName(backend.namespace(), backend.pod());
        double seconds = duration.toNanos() / 1e9;
        durations.put(pod, durations.getOrDefault(pod, Histogram.empty()).with(seconds));
        hops.computeIfAbsent(chosen.hop(), any -> new TreeMap<>()).merge(code, 1L, Long::sum);
        hopDurations.put(
                chosen.hop(),
                hopDurations.getOrDefault(chosen.hop(), Histogram.empty()).with(seconds));
    }

    /** Requests by their way, and by status code. */
    public synchronized Map<Hop, Map<Integer, Long>> hops() {
        Map<Hop, Map<Integer, Long>> copy = new HashMap<>();
        hops.forEach((hop, codes) -> copy.put(hop, new TreeMap<>(codes)));
        return copy;
    }

    public synchronized Map<Hop, Histogram> hopDurations() {
        return new HashMap<>(hopDurations);
    }

    public synchronized Map<Outcome, Long> requests() {
        return new TreeMap<>(requests);
    }

    public synchronized Map<PodName, Histogram> durations() {
        return new TreeMap<>(durations);
    }
}
