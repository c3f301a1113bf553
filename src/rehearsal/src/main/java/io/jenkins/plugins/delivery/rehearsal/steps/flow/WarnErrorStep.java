package io.jenkins.plugins.delivery.rehearsal.steps.flow;

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

/** {@code warnError}: a failure of the block makes stage and build unstable, and the pipeline goes on. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.WarnErrorStep")
public final class WarnErrorStep extends Step {
    private final String message;
    private boolean catchInterruptions = true;

    @DataBoundConstructor
    public WarnErrorStep(String message) {
        if (message == null || message.isEmpty()) {
            throw new IllegalArgumentException("A non-empty message is required");
        }
        this.message = message;
    }

    public String getMessage() {
        return message;
    }

    public boolean isCatchInterruptions() {
        return catchInterruptions;
    }

    @DataBoundSetter
    public void setCatchInterruptions(boolean on) {
        this.catchInterruptions = on;
    }

    @Override
    public StepExecution start(StepContext context) {
        CaughtErrors errors = new CaughtErrors(message, Result.UNSTABLE, Result.UNSTABLE, catchInterruptions);
        return BlockExecution.of(context, (at, body) -> body.withCallback(errors));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("warnError", "Catch error and set build and stage result to unstable");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
