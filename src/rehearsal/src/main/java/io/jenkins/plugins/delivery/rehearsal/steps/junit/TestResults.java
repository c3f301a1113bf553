package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;

/** All tests that a run has recorded, kept with the run. */
public final class TestResults extends InvisibleAction {
    private final List<TestCase> cases = new ArrayList<>();

    /** Those of the run so far; none recorded yet is an empty list of cases. */
    public static TestResults of(Run<?, ?> run) {
        TestResults recorded = run.getAction(TestResults.class);
        return recorded == null ? new TestResults() : recorded;
    }

    static void add(Run<?, ?> run, List<TestCase> cases) {
        synchronized (run) {
            TestResults recorded = run.getAction(TestResults.class);
            if (recorded == null) {
                recorded = new TestResults();
                run.addAction(recorded);
            }
            recorded.append(cases);
        }
    }

    private synchronized void append(List<TestCase> more) {
        cases.addAll(more);
    }

    public synchronized List<TestCase> cases() {
        return List.copyOf(cases);
    }

    public TestSummary summary() {
        return new TestSummary(cases());
    }
}
