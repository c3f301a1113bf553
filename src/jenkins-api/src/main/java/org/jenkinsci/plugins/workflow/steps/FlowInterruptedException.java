package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {
    public FlowInterruptedException(Result result, CauseOfInterruption... causeOfInterruption) {}

    public FlowInterruptedException(Result result, boolean flag, CauseOfInterruption... causeOfInterruption) {}

    public Result getResult() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<CauseOfInterruption> getCauses() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isActualInterruption() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setActualInterruption(boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getMessage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void handle(Run<?, ?> run, TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }
}
