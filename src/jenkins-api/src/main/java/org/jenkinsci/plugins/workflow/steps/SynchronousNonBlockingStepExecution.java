package org.jenkinsci.plugins.workflow.steps;

public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    protected SynchronousNonBlockingStepExecution(StepContext stepContext) {}

    protected abstract T run() throws Exception;

    public final boolean start() throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public void stop(Throwable throwable) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onResume() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getStatus() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean blocksRestart() {
        throw new UnsupportedOperationException("unwritten");
    }
}
