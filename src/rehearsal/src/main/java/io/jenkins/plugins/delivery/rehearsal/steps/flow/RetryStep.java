package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.Errors;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code retry}: runs a block again when it fails. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.RetryStep")
public final class RetryStep extends Step {
    private final int count;

    @DataBoundConstructor
    public RetryStep(int count) {
        this.count = count;
    }

    public int getCount() {
        return count;
    }

    @CheckForNull
    public List<Object> getConditions() {
        return null;
    }

    /** Which failures count; here all do. */
    @DataBoundSetter
    public void setConditions(@CheckForNull List<Object> conditions) {
        // conditions tell lost agents from failures of the pipeline; a rehearsal loses no agent
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, count);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1;
        private int left;
        private BodyExecution body;

        Execution(StepContext context, int left) {
            super(context);
            this.left = left;
        }

        @Override
        public boolean start() {
            run(getContext());
            return false;
        }

        private void run(StepContext context) {
            try {
                body = getContext()
                        .newBodyInvoker()
                        .withCallback(new Callback(this))
                        .start();
            } catch (RuntimeException failure) {
                context.onFailure(failure);
            }
        }

        @Override
        public void stop(Throwable cause) {
            left = 0;
            body.cancel(cause);
        }

        @Override
        public void onResume() {
            // the body goes on by itself
        }

        void failed(StepContext context, Throwable failure) {
            boolean stopped =
                    failure instanceof FlowInterruptedException interrupted && interrupted.isActualInterruption();
            if (--left <= 0 || stopped) {
                context.onFailure(failure);
                return;
            }
            try {
                TaskListener listener = context.get(TaskListener.class);
                Errors.report(failure, context.get(Run.class), listener);
                listener.getLogger().println("Retrying");
                run(context);
            } catch (IOException | InterruptedException broken) {
                context.onFailure(broken);
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
            context.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            step.failed(context, failure);
        }
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("retry", "Retry the body up to N times");
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
