package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;

/** A step that runs; it is saved with the program, and wakes up with it. */
public abstract class StepExecution implements Serializable {
    private static final long serialVersionUID = 1;
    private StepContext context;

    protected StepExecution() {}

    protected StepExecution(StepContext context) {
        this.context = context;
    }

    public StepContext getContext() {
        if (context == null) {
            throw new IllegalStateException("The step has no context");
        }
        return context;
    }

    /** True when it is done; false when it ends through its context later. Must not wait. */
    public abstract boolean start() throws Exception;

    /** Ends it early; it must fail with {@code cause} soon. */
    public void stop(Throwable cause) throws Exception {
        getContext().onFailure(cause);
    }

    /** The controller has been started again. */
    public void onResume() {}

    /** What it waits for, or null. */
    public String getStatus() {
        return null;
    }

    public boolean blocksRestart() {
        return false;
    }
}
