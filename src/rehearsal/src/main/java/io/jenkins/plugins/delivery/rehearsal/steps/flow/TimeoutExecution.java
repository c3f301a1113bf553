package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.Util;
import hudson.console.ConsoleLogFilter;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Serializable;
import java.time.Duration;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A block with a deadline. With {@code activity} each line that the block prints moves the deadline. */
final class TimeoutExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private static final long GRACE_MILLIS = 60_000;

    private final long millis;
    private final boolean activity;
    private BodyExecution body;
    private long end;
    private boolean forcible;
    private transient Cancellable alarm;

    TimeoutExecution(StepContext context, long millis, boolean activity) {
        super(context);
        this.millis = millis;
        this.activity = activity;
    }

    @Override
    public boolean start() throws Exception {
        end = pipeline().clock().millis() + millis;
        String prefix = activity ? "Timeout set to expire after " : "Timeout set to expire in ";
        print(prefix + Util.getTimeSpanString(millis) + (activity ? " without activity" : ""));
        var invoker = getContext().newBodyInvoker().withCallback(new Callback(this));
        body = (activity ? invoker.withContext(new ActivityFilter(this)) : invoker).start();
        plan();
        return false;
    }

    private PipelineExecution pipeline() throws IOException, InterruptedException {
        return getContext().get(PipelineExecution.class);
    }

    private void print(String text) throws IOException, InterruptedException {
        getContext().get(TaskListener.class).getLogger().println(text);
    }

    private void plan() throws IOException, InterruptedException {
        long left = Math.max(0, end - pipeline().clock().millis());
        alarm = pipeline().schedule(Duration.ofMillis(left), this::expired);
    }

    void touched() {
        try {
            end = pipeline().clock().millis() + millis;
        } catch (IOException | InterruptedException failure) {
            getContext().onFailure(failure);
        }
    }

    private void expired() {
        try {
            if (activity && !forcible && end > pipeline().clock().millis()) {
                plan();
                return;
            }
            if (forcible) {
                print("Body did not finish within grace period; terminating with extreme prejudice");
                getContext().onFailure(new FlowInterruptedException(Result.ABORTED, new Exceeded()));
                return;
            }
            body.cancel(new FlowInterruptedException(Result.ABORTED, false, new Exceeded()));
            forcible = true;
            end = pipeline().clock().millis() + GRACE_MILLIS;
            PrintStream out = getContext().get(TaskListener.class).getLogger();
            pipeline().submit(() -> out.println("Cancelling nested steps due to timeout"));
            plan();
        } catch (IOException | InterruptedException failure) {
            getContext().onFailure(failure);
        }
    }

    @Override
    public void onResume() {
        try {
            long left = end - pipeline().clock().millis();
            print(
                    left > 0
                            ? "Timeout set to expire in " + Util.getTimeSpanString(left)
                            : "Timeout expired " + Util.getTimeSpanString(-left) + " ago");
            plan();
        } catch (IOException | InterruptedException failure) {
            getContext().onFailure(failure);
        }
    }

    @Override
    public void stop(Throwable cause) {
        body.cancel(cause);
    }

    private void over() {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /** Ends the step with its body. */
    private static final class Callback extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;
        private final TimeoutExecution step;

        Callback(TimeoutExecution step) {
            this.step = step;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            step.over();
            context.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            step.over();
            context.onFailure(failure);
        }
    }

    /** The deadline has passed. */
    static final class Exceeded extends CauseOfInterruption {
        private static final long serialVersionUID = 1;
        private final String id = java.util.UUID.randomUUID().toString();

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Exceeded exceeded && exceeded.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** Notices output. */
    private static final class ActivityFilter extends ConsoleLogFilter implements Serializable {
        private static final long serialVersionUID = 1;
        private final TimeoutExecution step;

        ActivityFilter(TimeoutExecution step) {
            this.step = step;
        }

        @Override
        public java.io.OutputStream decorateLogger(Run build, java.io.OutputStream logger) {
            return new java.io.FilterOutputStream(logger) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    step.touched();
                    out.write(bytes, offset, length);
                }
            };
        }
    }
}
