package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A quantile of a latency as a count of slow requests: a p95 is within a limit when at most 5 % take longer.
 *
 * <p>Bounds are those of the histogram. Against a limit it is the first one at or above it. In a comparison it is, for
 * each stretch, the one where the other side's quantile lay <em>before</em> that stretch: a choice that does not look at
 * what it is about to count keeps the promise of the test.
 */
final class LatencyTrial {
    private final MetricSpec spec;
    private final double quantile;

    @CheckForNull
    private final Double ratio;

    private final Trial trial;
    private final TreeMap<Double, Double> before = new TreeMap<>();
    private boolean coarse;
    private double bound = Double.NaN;

    /** @param ratio of the times to answer that is still good; null when nothing is compared */
    LatencyTrial(MetricSpec spec, @CheckForNull Double ratio) {
        this.spec = spec;
        Counting counting = spec.counting();
        this.quantile = counting == null ? 0 : counting.quantile();
        this.ratio = ratio;
        this.trial = new Trial(spec, spec.max() == null ? null : 1 - quantile, ratio == null ? null : 1.0);
    }

    Trial trial() {
        return trial;
    }

    /** The bound that requests took longer than, for people. */
    String bound() {
        return Double.isNaN(bound) ? "its bound" : Unit.SECONDS.figure(bound);
    }

    void add(Instant at, TreeMap<Double, Double> canary, @CheckForNull TreeMap<Double, Double> control) {
        Double limit = spec.max();
        Double own = limit == null ? null : finite(canary, limit);
        Double theirs = ratio == null ? null : quantileBefore();
        Double stretched = theirs == null ? null : finite(canary, theirs * ratio);
        coarse |= limit != null && own == null || theirs != null && stretched == null;
        Double counted = own == null ? stretched : own;
        if (counted == null) {
            trial.add(at, new Stretch(0, canary.get(Double.POSITIVE_INFINITY)));
        } else {
            bound = counted;
            trial.add(at, Stretch.slower(canary, counted));
        }
        compare(at, canary, control, theirs, stretched);
    }

    private void compare(
            Instant at,
            TreeMap<Double, Double> canary,
            @CheckForNull TreeMap<Double, Double> control,
            @CheckForNull Double theirs,
            @CheckForNull Double stretched) {
        if (control == null) {
            return;
        }
        if (theirs != null && stretched != null) {
            trial.compare(at, Stretch.slower(canary, stretched), Stretch.slower(control, theirs));
        }
        control.forEach((le, count) -> before.merge(le, count, Double::sum));
    }

    /** The bound below which the other side's quantile lay so far; null when there is none yet. */
    @CheckForNull
    private Double quantileBefore() {
        double all = before.isEmpty() ? 0 : before.lastEntry().getValue();
        if (all == 0) {
            return null;
        }
        for (Map.Entry<Double, Double> bucket : before.entrySet()) {
            if (bucket.getValue() >= quantile * all) {
                coarse |= Double.isInfinite(bucket.getKey());
                return Double.isInfinite(bucket.getKey()) ? null : bucket.getKey();
            }
        }
        return null;
    }

    /** A hair of tolerance: 0.1 times 1.2 is a little more than 0.12 in binary. */
    @CheckForNull
    private static Double finite(TreeMap<Double, Double> buckets, double from) {
        Double found = buckets.ceilingKey(from * (1 - 1e-9));
        return found == null || Double.isInfinite(found) ? null : found;
    }

    /** Why the histogram cannot tell. */
    Optional<String> problem() {
        return coarse
                ? Optional.of("the histogram has no bound where the quantile is looked for; add buckets")
                : Optional.empty();
    }
}
