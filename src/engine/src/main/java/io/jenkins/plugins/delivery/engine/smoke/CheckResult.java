package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a check.
 *
 * @param target what was contacted, without credentials
 * @param firstError what the first failed attempt expected and got, or null
 * @param lastError what the last failed attempt expected and got, or null
 * @param millis latency of the samples that were answered, the newest thousand
 */
public record CheckResult(
        String name,
        String target,
        boolean passed,
        int attempts,
        @CheckForNull Mismatch firstError,
        @CheckForNull Mismatch lastError,
        List<Long> millis,
        List<TimelineEntry> timeline)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public CheckResult {
        millis = new ArrayList<>(millis);
        timeline = new ArrayList<>(timeline);
    }

    static CheckResult of(Check check, CheckState state) {
        return new CheckResult(
                check.name(),
                check.target(),
                state.passed(),
                state.attempts(),
                state.firstError(),
                state.lastError(),
                state.millis(),
                state.timeline());
    }

    public long percentileMillis(int percent) {
        return new Latencies(millis).percentile(percent);
    }
}
