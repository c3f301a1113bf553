package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.AbortException;
import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code error}: fails. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.ErrorStep")
public final class ErrorStep extends Step {
    private final String message;

    @DataBoundConstructor
    public ErrorStep(String message) {
        this.message = message;
    }

    public String getMessage() {
        return message;
    }

    @Override
    public StepExecution start(StepContext context) {
        String text = message;
        return StepExecutions.synchronousVoid(context, at -> {
            throw new AbortException(text);
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("error", "Error signal");
        }
    }
}
