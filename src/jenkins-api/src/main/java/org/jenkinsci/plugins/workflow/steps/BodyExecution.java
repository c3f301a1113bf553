package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Future;
import jenkins.model.CauseOfInterruption;

/** The body of a step that runs. */
public abstract class BodyExecution implements Future<Object>, Serializable {
    private static final long serialVersionUID = 1;

    public BodyExecution() {}

    public abstract Collection<StepExecution> getCurrentExecutions();

    /** False when it had ended already. */
    public boolean cancel(CauseOfInterruption... causes) {
        return cancel(new FlowInterruptedException(Result.ABORTED, causes));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return cancel(new CauseOfInterruption[0]);
    }

    /** Stops what runs in it; each fails with {@code t}. */
    public boolean cancel(Throwable t) {
        boolean stopped = false;
        for (StepExecution each : getCurrentExecutions()) {
            try {
                each.stop(t);
                stopped = true;
            } catch (Exception e) {
                t.addSuppressed(e);
            }
        }
        return stopped;
    }
}
