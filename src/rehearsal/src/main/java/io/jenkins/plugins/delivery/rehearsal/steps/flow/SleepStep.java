package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sleep}: lets time pass. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.SleepStep")
public final class SleepStep extends Step {
    private final int time;
    private TimeUnit unit = TimeUnit.SECONDS;

    @DataBoundConstructor
    public SleepStep(int time) {
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

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, unit.toMillis(time));
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1;
        private final long millis;
        private long end;
        private transient Cancellable alarm;

        Execution(StepContext context, long millis) {
            super(context);
            this.millis = millis;
        }

        @Override
        public boolean start() throws Exception {
            end = getContext().get(PipelineExecution.class).clock().millis() + millis;
            plan();
            return false;
        }

        private void plan() {
            try {
                PipelineExecution pipeline = getContext().get(PipelineExecution.class);
                long left = end - pipeline.clock().millis();
                PrintStream out = getContext().get(TaskListener.class).getLogger();
                if (left <= 0) {
                    out.println("No need to sleep any longer");
                    getContext().onSuccess(null);
                } else {
                    out.println("Sleeping for " + Util.getTimeSpanString(left));
                    alarm = pipeline.schedule(
                            Duration.ofMillis(left), () -> getContext().onSuccess(null));
                }
            } catch (IOException | InterruptedException failure) {
                getContext().onFailure(failure);
            }
        }

        @Override
        public void onResume() {
            plan();
        }

        @Override
        public void stop(Throwable cause) {
            if (alarm != null) {
                alarm.cancel();
            }
            getContext().onFailure(cause);
        }
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("sleep", "Sleep");
        }
    }
}
