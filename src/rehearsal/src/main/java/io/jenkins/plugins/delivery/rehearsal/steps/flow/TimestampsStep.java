package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BlockExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code timestamps}: puts the time, in UTC, before each line of the block. */
@KnownAs("hudson.plugins.timestamper.pipeline.TimestamperStep")
public final class TimestampsStep extends Step {
    @DataBoundConstructor
    public TimestampsStep() {
        // the block is all there is
    }

    @Override
    public StepExecution start(StepContext context) {
        return BlockExecution.of(context, (at, body) -> body.withContext(new TimestampFilter())
                .withCallback(BodyExecutionCallback.wrap(at)));
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("timestamps", "Timestamps");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
