package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import hudson.Extension;
import hudson.Launcher;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code isUnix}: whether the node is no Windows machine. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.IsUnixStep")
public final class IsUnixStep extends Step {
    @DataBoundConstructor
    public IsUnixStep() {
        // no arguments
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronous(context, at -> at.get(Launcher.class).isUnix());
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("isUnix", "Checks if running on a Unix-like node", Launcher.class);
        }
    }
}
