package org.jenkinsci.plugins.workflow.steps;

import io.jenkins.plugins.delivery.jenkinsapi.BackgroundThreads;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;

/** Runs on a thread of its own; a restart of the controller ends it with an error. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    private static final long serialVersionUID = 1;
    private transient volatile Future<?> task;
    private transient volatile String threadName;
    private transient volatile Throwable stopCause;

    protected SynchronousNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        task = BackgroundThreads.submit(Jenkins.getAuthentication2(), () -> {
            threadName = Thread.currentThread().getName();
            try {
                getContext().onSuccess(run());
            } catch (Throwable t) {
                getContext().onFailure(stopCause == null ? t : withSuppressed(stopCause, t));
            }
        });
        return false;
    }

    private static Throwable withSuppressed(Throwable cause, Throwable also) {
        if (cause != also) {
            cause.addSuppressed(also);
        }
        return cause;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        Future<?> running = task;
        if (running == null) {
            super.stop(cause);
            return;
        }
        stopCause = cause;
        if (running.cancel(true) && threadName == null) {
            super.stop(cause);
        }
    }

    @Override
    public void onResume() {
        getContext().onFailure(new SynchronousResumeNotSupportedException(getContext()));
    }

    @Override
    public String getStatus() {
        return threadName == null ? "not yet scheduled" : "running in thread: " + threadName;
    }

    @Override
    public boolean blocksRestart() {
        return threadName != null;
    }
}
