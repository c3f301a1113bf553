package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.stats.RateTest;
import io.jenkins.plugins.delivery.engine.analysis.stats.ShareTest;
import java.time.Instant;

/** Evidence against the new version, and what it was gathered from. */
final class Trial {
    private final MetricSpec spec;

    @CheckForNull
    private final ShareTest limit;

    @CheckForNull
    private final RateTest comparison;

    private boolean compared;
    Stretch canary = Stretch.NOTHING;
    Stretch control = Stretch.NOTHING;
    Instant last = Instant.MIN;
    Instant lastCompared = Instant.MIN;

    /**
     * @param limit against which share of events; null for none
     * @param comparison with which ratio of rates; null for none
     */
    Trial(MetricSpec spec, @CheckForNull Double limit, @CheckForNull Double comparison) {
        this.spec = spec;
        this.limit = limit == null ? null : new ShareTest(limit);
        this.comparison = comparison == null ? null : new RateTest(comparison);
    }

    void add(Instant at, Stretch stretch) {
        if (limit != null) {
            limit.add(stretch.events(), stretch.trials());
        }
        canary = canary.plus(stretch);
        if (stretch.trials() > 0) {
            last = at;
        }
    }

    void compare(Instant at, Stretch ours, Stretch theirs) {
        if (comparison != null && ours.trials() > 0 && theirs.trials() > 0) {
            comparison.add(ours.events(), ours.trials(), theirs.events(), theirs.trials());
            compared = true;
            lastCompared = at;
        }
        control = control.plus(theirs);
    }

    boolean needsControl() {
        return comparison != null;
    }

    boolean comparedNothing() {
        return comparison != null && !compared;
    }

    double eValue() {
        double absolute = limit == null ? Double.NEGATIVE_INFINITY : limit.logEvidence();
        double relative = comparison == null ? Double.NEGATIVE_INFINITY : comparison.logEvidence();
        return Math.exp(Math.min(690, Math.max(absolute, relative)));
    }

    /** Two tests may each raise half of the false alarms. */
    double eLimit() {
        int tests = (limit == null ? 0 : 1) + (comparison == null ? 0 : 1);
        return tests / (1 - spec.statistics().confidence());
    }
}
