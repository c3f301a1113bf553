package io.jenkins.plugins.delivery.rehearsal.steps;

import hudson.Extension;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code script}: the block of a declarative pipeline in which any code may stand. */
public final class ScriptStep extends Step {
    @DataBoundConstructor
    public ScriptStep() {
        // the block is all there is
    }

    @Override
    public StepExecution start(StepContext context) {
        return BlockExecution.of(context, (running, body) -> body.withCallback(BodyExecutionCallback.wrap(running)));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("script", "Run arbitrary Pipeline script");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
