package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted in one stretch of time.
 *
 * @param events bad ones
 * @param trials all of them
 */
record Stretch(double events, double trials) {
    static final Stretch NOTHING = new Stretch(0, 0);

    Stretch {
        events = Math.min(events, trials);
    }

    /** A stretch without a bad event has no series of them. */
    static TreeMap<Instant, Stretch> all(Map<Instant, Double> events, Map<Instant, Double> trials) {
        TreeMap<Instant, Stretch> stretches = new TreeMap<>();
        trials.forEach((at, count) -> stretches.put(at, new Stretch(events.getOrDefault(at, 0.0), count)));
        return stretches;
    }

    /** Those that took longer than a bound. */
    static Stretch slower(TreeMap<Double, Double> buckets, double bound) {
        double all = buckets.get(Double.POSITIVE_INFINITY);
        return new Stretch(Math.max(0, all - buckets.getOrDefault(bound, all)), all);
    }

    Stretch plus(Stretch more) {
        return new Stretch(events + more.events, trials + more.trials);
    }

    double share() {
        return trials == 0 ? Double.NaN : events / trials;
    }
}
