package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What came of a smoke test. */
public record SmokeReport(List<CheckResult> checks, Instant start, Instant end) implements Serializable {
    private static final long serialVersionUID = 1L;

    public SmokeReport {
        checks = new ArrayList<>(checks);
    }

    public boolean passed() {
        return failed() == 0;
    }

    public int total() {
        return checks.size();
    }

    public int failed() {
        return (int) checks.stream().filter(check -> !check.passed()).count();
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    /** The latencies of all checks that were answered. */
    public Latencies latencies() {
        return new Latencies(
                checks.stream().flatMap(check -> check.millis().stream()).toList());
    }

    /** In one sentence what failed, and why. */
    public String summary() {
        if (passed()) {
            return total() + (total() == 1 ? " check passed" : " checks passed");
        }
        CheckResult first =
                checks.stream().filter(check -> !check.passed()).findFirst().orElseThrow();
        String others = failed() == 1 ? "" : " (and " + (failed() - 1) + " more)";
        return failed() + " of " + total() + " checks failed: " + first.name() + ": " + first.lastError() + " after "
                + first.attempts() + (first.attempts() == 1 ? " attempt" : " attempts") + others;
    }
}
