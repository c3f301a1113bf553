package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.runtime.OfferedToScripts;
import io.jenkins.plugins.delivery.rehearsal.steps.junit.TestCase.Outcome;
import java.io.Serializable;
import java.util.List;

/** Numbers of tests, as {@code junit} returns them to the pipeline. */
@OfferedToScripts
@KnownAs("hudson.tasks.junit.TestResultSummary")
public final class TestSummary implements Serializable {
    private static final long serialVersionUID = 1;

    private final int failCount;
    private final int skipCount;
    private final int totalCount;

    TestSummary(List<TestCase> cases) {
        failCount = count(cases, Outcome.FAILED);
        skipCount = count(cases, Outcome.SKIPPED);
        totalCount = cases.size();
    }

    private static int count(List<TestCase> cases, Outcome outcome) {
        return (int) cases.stream().filter(test -> test.outcome() == outcome).count();
    }

    public int getFailCount() {
        return failCount;
    }

    public int getSkipCount() {
        return skipCount;
    }

    public int getPassCount() {
        return totalCount - failCount - skipCount;
    }

    public int getTotalCount() {
        return totalCount;
    }
}
