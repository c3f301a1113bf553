package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BlockExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code catchError}: a failure of the block becomes a result, and the pipeline goes on. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.CatchErrorStep")
public final class CatchErrorStep extends Step {
    private String message;
    private String buildResult = "FAILURE";
    private String stageResult = "SUCCESS";
    private boolean catchInterruptions = true;

    @DataBoundConstructor
    public CatchErrorStep() {
        // everything is optional
    }

    @CheckForNull
    public String getMessage() {
        return message;
    }

    @DataBoundSetter
    public void setMessage(@CheckForNull String message) {
        this.message = message;
    }

    @CheckForNull
    public String getBuildResult() {
        return buildResult;
    }

    @DataBoundSetter
    public void setBuildResult(@CheckForNull String result) {
        this.buildResult = checked("buildResult", result);
    }

    @CheckForNull
    public String getStageResult() {
        return stageResult;
    }

    @DataBoundSetter
    public void setStageResult(@CheckForNull String result) {
        this.stageResult = checked("stageResult", result);
    }

    public boolean isCatchInterruptions() {
        return catchInterruptions;
    }

    @DataBoundSetter
    public void setCatchInterruptions(boolean on) {
        this.catchInterruptions = on;
    }

    private static String checked(String argument, @CheckForNull String result) {
        String name = result == null ? "SUCCESS" : result;
        if (!name.equalsIgnoreCase(Result.fromString(name).toString())) {
            throw new IllegalArgumentException(argument + " is invalid: " + name
                    + ". Valid options are SUCCESS, UNSTABLE, FAILURE, NOT_BUILT and ABORTED.");
        }
        return name;
    }

    @Override
    public StepExecution start(StepContext context) {
        CaughtErrors errors = new CaughtErrors(
                message, Result.fromString(buildResult), Result.fromString(stageResult), catchInterruptions);
        return BlockExecution.of(context, (at, body) -> body.withCallback(errors));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("catchError", "Catch error and set build result to failure");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
