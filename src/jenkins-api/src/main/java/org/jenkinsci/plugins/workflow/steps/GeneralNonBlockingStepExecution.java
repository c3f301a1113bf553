package org.jenkinsci.plugins.workflow.steps;

import io.jenkins.plugins.delivery.jenkinsapi.BackgroundThreads;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;

/** Has a phase that runs on a thread of its own, before or after its body. */
public abstract class GeneralNonBlockingStepExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private transient volatile Future<?> task;
    private transient volatile String threadName;
    private transient volatile Throwable stopCause;
    private volatile boolean stopping;

    protected GeneralNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    /** Runs {@code block} elsewhere; an error that it throws ends the step. */
    protected final void run(Block block) {
        if (stopping) {
            return;
        }
        task = BackgroundThreads.submit(Jenkins.getAuthentication2(), () -> {
            threadName = Thread.currentThread().getName();
            try {
                block.run();
            } catch (Throwable t) {
                getContext().onFailure(stopCause == null ? t : stopCause);
            } finally {
                threadName = null;
                task = null;
            }
        });
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        stopping = true;
        Future<?> running = task;
        if (running != null) {
            stopCause = cause;
            running.cancel(true);
        } else {
            super.stop(cause);
        }
    }

    @Override
    public void onResume() {}

    @Override
    public String getStatus() {
        return threadName == null ? null : "running in thread: " + threadName;
    }

    @Override
    public boolean blocksRestart() {
        return threadName != null;
    }

    /** What runs elsewhere. */
    @FunctionalInterface
    public interface Block {
        void run() throws Exception;
    }

    /** Does something on a thread of its own after the body, and then ends the step as the body ended. */
    protected abstract class TailCall extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;

        protected TailCall() {}

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            run(() -> {
                finished(context);
                context.onSuccess(result);
            });
        }

        @Override
        public final void onFailure(StepContext context, Throwable t) {
            run(() -> {
                try {
                    finished(context);
                } catch (Exception e) {
                    t.addSuppressed(e);
                }
                context.onFailure(t);
            });
        }
    }
}
