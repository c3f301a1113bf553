package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.FileSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code junit}: records tests; failed ones make the build unstable. */
@KnownAs("hudson.tasks.junit.pipeline.JUnitResultsStep")
public final class JunitStep extends Step {
    private final String testResults;
    private boolean allowEmptyResults;
    private boolean skipMarkingBuildUnstable;
    private boolean skipPublishingChecks;
    private boolean keepLongStdio;
    private double healthScaleFactor = 1;
    private String checksName = "";

    @DataBoundConstructor
    public JunitStep(String testResults) {
        this.testResults = testResults;
    }

    public String getTestResults() {
        return testResults;
    }

    public boolean isAllowEmptyResults() {
        return allowEmptyResults;
    }

    @DataBoundSetter
    public void setAllowEmptyResults(boolean allowEmptyResults) {
        this.allowEmptyResults = allowEmptyResults;
    }

    public boolean isSkipMarkingBuildUnstable() {
        return skipMarkingBuildUnstable;
    }

    @DataBoundSetter
    public void setSkipMarkingBuildUnstable(boolean skipMarkingBuildUnstable) {
        this.skipMarkingBuildUnstable = skipMarkingBuildUnstable;
    }

    public boolean isSkipPublishingChecks() {
        return skipPublishingChecks;
    }

    @DataBoundSetter
    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        this.skipPublishingChecks = skipPublishingChecks;
    }

    public boolean isKeepLongStdio() {
        return keepLongStdio;
    }

    @DataBoundSetter
    public void setKeepLongStdio(boolean keepLongStdio) {
        this.keepLongStdio = keepLongStdio;
    }

    public double getHealthScaleFactor() {
        return healthScaleFactor;
    }

    @DataBoundSetter
    public void setHealthScaleFactor(double healthScaleFactor) {
        this.healthScaleFactor = healthScaleFactor;
    }

    public String getChecksName() {
        return checksName;
    }

    @DataBoundSetter
    public void setChecksName(String checksName) {
        this.checksName = checksName;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronous(context, this::record);
    }

    private TestSummary record(StepContext running) throws IOException, InterruptedException {
        TaskListener listener = running.get(TaskListener.class);
        listener.getLogger().println("Recording test results");
        List<TestCase> cases = read(Path.of(running.get(FilePath.class).getRemote()), listener);
        TestSummary summary = new TestSummary(cases);
        Run<?, ?> run = running.get(Run.class);
        TestResults.add(run, cases);
        if (!skipPublishingChecks && !cases.isEmpty()) {
            listener.getLogger().println("[Checks API] No suitable checks publisher found.");
        }
        if (summary.getFailCount() > 0 && !skipMarkingBuildUnstable) {
            running.get(FlowNode.class)
                    .addOrReplaceAction(
                            new WarningAction(Result.UNSTABLE).withMessage(summary.getFailCount() + " tests failed"));
            run.setResult(Result.UNSTABLE);
        }
        return summary;
    }

    private List<TestCase> read(Path workspace, TaskListener listener) throws IOException {
        List<TestCase> cases = new ArrayList<>();
        List<String> files = FileSelection.of(testResults, null).in(workspace);
        for (String file : files) {
            cases.addAll(ReportReader.read(workspace.resolve(file)));
        }
        if (cases.isEmpty()) {
            String message = files.isEmpty()
                    ? "No test report files were found. Configuration error?"
                    : "None of the test reports contained any result";
            if (!allowEmptyResults) {
                throw new AbortException(message);
            }
            listener.getLogger().println(message);
        }
        return cases;
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "junit";
        }

        @Override
        public String getDisplayName() {
            return "Archive JUnit-formatted test results";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class, Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
