package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code timeout}: a deadline for a block. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.TimeoutStep")
public final class TimeoutStep extends Step {
    private final int time;
    private TimeUnit unit = TimeUnit.MINUTES;
    private boolean activity;

    @DataBoundConstructor
    public TimeoutStep(int time) {
        this.time = time;
    }

    public int getTime() {
        return time;
    }

    public TimeUnit getUnit() {
        return unit;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    public boolean isActivity() {
        return activity;
    }

    @DataBoundSetter
    public void setActivity(boolean activity) {
        this.activity = activity;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new TimeoutExecution(context, unit.toMillis(time), activity);
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("timeout", "Enforce time limit");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
