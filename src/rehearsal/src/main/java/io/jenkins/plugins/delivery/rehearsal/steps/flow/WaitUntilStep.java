package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Extension;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.IOException;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code waitUntil}: runs a block again and again, at growing intervals, until it returns true. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.WaitForConditionStep")
public final class WaitUntilStep extends Step {
    private static final long FIRST_MILLIS = 250;
    private long initialRecurrencePeriod = FIRST_MILLIS;
    private boolean quiet;

    @DataBoundConstructor
    public WaitUntilStep() {
        // everything is optional
    }

    public long getInitialRecurrencePeriod() {
        return initialRecurrencePeriod;
    }

    @DataBoundSetter
    public void setInitialRecurrencePeriod(long millis) {
        this.initialRecurrencePeriod = millis;
    }

    public boolean isQuiet() {
        return quiet;
    }

    @DataBoundSetter
    public void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, initialRecurrencePeriod, quiet);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1;
        private static final long LONGEST_MILLIS = 15_000;
        private static final double GROWTH = 1.2;
        private final boolean quiet;
        private long period;
        private boolean waiting;
        private BodyExecution body;
        private transient Cancellable alarm;

        Execution(StepContext context, long period, boolean quiet) {
            super(context);
            this.period = period;
            this.quiet = quiet;
        }

        @Override
        public boolean start() {
            run();
            return false;
        }

        private void run() {
            waiting = false;
            body = getContext()
                    .newBodyInvoker()
                    .withCallback(new Callback(this))
                    .start();
        }

        private void plan() {
            try {
                waiting = true;
                alarm = getContext().get(PipelineExecution.class).schedule(Duration.ofMillis(period), this::run);
                period = Math.min((long) (period * GROWTH), LONGEST_MILLIS);
            } catch (IOException | InterruptedException failure) {
                getContext().onFailure(failure);
            }
        }

        @Override
        public void onResume() {
            if (waiting) {
                plan();
            }
        }

        @Override
        public void stop(Throwable cause) {
            if (alarm != null) {
                alarm.cancel();
            }
            if (waiting) {
                getContext().onFailure(cause);
            } else {
                body.cancel(cause);
            }
        }

        void returned(StepContext context, Object value) throws IOException, InterruptedException {
            if (!(value instanceof Boolean done)) {
                context.onFailure(new ClassCastException("body return value " + value + " is not boolean"));
            } else if (done) {
                context.onSuccess(null);
            } else {
                if (!quiet) {
                    context.get(TaskListener.class)
                            .getLogger()
                            .println("Will try again after " + Util.getTimeSpanString(period));
                }
                plan();
            }
        }
    }

    private static final class Callback extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;
        private final Execution step;

        Callback(Execution step) {
            this.step = step;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            try {
                step.returned(context, result);
            } catch (IOException | InterruptedException failure) {
                context.onFailure(failure);
            }
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            context.onFailure(failure);
        }
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("waitUntil", "Wait for condition");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
