package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A body that runs, or has run. */
final class PipelineBodyExecution extends BodyExecution {
    private static final long serialVersionUID = 1;
    private static final int NOT_STARTED = -1;

    private final PipelineStepContext owner;
    private final ArrayList<BodyExecutionCallback> callbacks;
    volatile int threadId = NOT_STARTED;

    @CheckForNull
    volatile String startId;

    @CheckForNull
    private volatile Throwable stopped;

    @CheckForNull
    private volatile Outcome outcome;

    private transient CountDownLatch ended = new CountDownLatch(1);

    PipelineBodyExecution(PipelineStepContext owner, ArrayList<BodyExecutionCallback> callbacks) {
        this.owner = owner;
        this.callbacks = callbacks;
    }

    /** On the VM thread: the body's thread has come to its end. */
    void end(ProgramThread thread, Outcome result, PipelineExecution execution) {
        NodeState node = execution.bodyEnded(thread, startId, owner, result.getAbnormal());
        outcome = result;
        ended.countDown();
        BodyContext context = new BodyContext(owner, node.id);
        for (BodyExecutionCallback callback : callbacks) {
            if (result.isSuccess()) {
                callback.onSuccess(context, result.getNormal());
            } else {
                callback.onFailure(context, result.getAbnormal());
            }
        }
    }

    @Override
    public Collection<StepExecution> getCurrentExecutions() {
        ProgramThread thread = owner.execution().program().threads.get(threadId);
        return thread == null || thread.step == null ? List.of() : List.of(thread.step);
    }

    @Override
    public boolean cancel(Throwable cause) {
        if (isDone()) {
            return false;
        }
        stopped = cause;
        PipelineExecution execution = owner.execution();
        execution.submit(() -> {
            ProgramThread thread = execution.program().threads.get(threadId);
            if (thread != null) {
                thread.stop(cause, execution);
                execution.scheduleRun();
            }
        });
        return true;
    }

    @Override
    public boolean cancel(jenkins.model.CauseOfInterruption... causes) {
        return cancel(new FlowInterruptedException(hudson.model.Result.ABORTED, causes));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        return cancel(new CancellationException());
    }

    /** The body was stopped before it was launched. */
    void applyStop(ProgramThread thread) {
        if (stopped != null) {
            thread.interruption = stopped;
        }
    }

    @Override
    public boolean isCancelled() {
        return stopped != null && isDone();
    }

    @Override
    public boolean isDone() {
        return outcome != null;
    }

    @Override
    public Object get() throws InterruptedException, ExecutionException {
        ended.await();
        return value();
    }

    @Override
    public Object get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!ended.await(time, unit)) {
            throw new TimeoutException();
        }
        return value();
    }

    private Object value() throws ExecutionException {
        Outcome result = java.util.Objects.requireNonNull(outcome);
        if (result.isFailure()) {
            throw new ExecutionException(result.getAbnormal());
        }
        return result.getNormal();
    }

    private Object readResolve() {
        ended = new CountDownLatch(outcome == null ? 1 : 0);
        return this;
    }
}
