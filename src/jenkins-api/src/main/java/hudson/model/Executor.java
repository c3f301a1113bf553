package hudson.model;

import java.util.Collection;
import jenkins.model.CauseOfInterruption;

public class Executor extends Thread implements ModelObject {
    public void interrupt() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void interrupt(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void interrupt(Result result, CauseOfInterruption... causeOfInterruption) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Result abortResult() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void recordCauseOfInterruption(Run<?, ?> run, TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<CauseOfInterruption> getCausesOfInterruption() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int getNumber() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isIdle() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isBusy() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Computer getOwner() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Executor currentExecutor() {
        throw new UnsupportedOperationException("unwritten");
    }
}
