package hudson.model;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;

/** A thread that runs one build at a time. */
public class Executor extends Thread implements ModelObject {
    private final List<CauseOfInterruption> causes = new CopyOnWriteArrayList<>();
    private volatile Result interruptStatus;

    private Executor() {}

    /** The executor that the current thread is, or null. */
    public static Executor currentExecutor() {
        return Thread.currentThread() instanceof Executor executor ? executor : null;
    }

    public void interrupt(Result result, CauseOfInterruption... causes) {
        interruptStatus = result;
        this.causes.addAll(List.of(causes));
        super.interrupt();
    }

    public Result abortResult() {
        return interruptStatus == null ? Result.ABORTED : interruptStatus;
    }

    public Collection<CauseOfInterruption> getCausesOfInterruption() {
        return List.copyOf(causes);
    }

    public void recordCauseOfInterruption(Run<?, ?> build, TaskListener listener) {
        if (!causes.isEmpty()) {
            build.addAction(new InterruptedBuildAction(causes));
            causes.forEach(each -> each.print(listener));
        }
    }

    @Override
    public String getDisplayName() {
        return getName();
    }
}
