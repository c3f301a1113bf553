package io.jenkins.plugins.delivery.engine.traffic;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many pods of each version come nearest to a weight.
 *
 * @param stable pods of the stable version
 * @param canary pods of the canary
 */
record ReplicaSplit(int stable, int canary) {
    /**
     * The split with the least error among those whose number of pods the route allows; of equals the one whose number is
     * nearest to what the application needs, and then the smaller. Each side that is to have traffic has a pod.
     */
    static ReplicaSplit of(Route route) {
        int needed = Math.max(1, route.replicas());
        if (route.weight() == 0) {
            return new ReplicaSplit(needed, 0);
        }
        if (route.weight() == 100) {
            return new ReplicaSplit(0, needed);
        }
        int least = Math.max(2, needed - route.slack().unavailable(needed));
        int most = Math.max(least, needed + route.slack().surge(needed));
        return IntStream.rangeClosed(least, most)
                .boxed()
                .flatMap(
                        total -> IntStream.range(1, total).mapToObj(canary -> new ReplicaSplit(total - canary, canary)))
                .min(Comparator.comparingInt((ReplicaSplit split) -> split.error(route.weight()))
                        .thenComparingInt(split -> Math.abs(split.total() - needed))
                        .thenComparingInt(ReplicaSplit::total)
                        .thenComparingInt(ReplicaSplit::canary))
                .orElseThrow();
    }

    /** Percent of traffic that the canary gets when each pod gets the same. */
    int weight() {
        return total() == 0 ? 0 : (int) Math.round(100.0 * canary / total());
    }

    int total() {
        return stable + canary;
    }

    /** Millionths of the traffic that go the wrong way: whole numbers, so that equals are equal. */
    private int error(int weight) {
        return (int) Math.round(Math.abs(1_000_000.0 * canary / total() - 10_000.0 * weight));
    }
}
