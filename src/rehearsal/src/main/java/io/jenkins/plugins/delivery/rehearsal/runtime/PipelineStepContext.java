package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The context of one step call. It refers to the program by ids, so that it can be saved with the program or apart from it.
 * Once its controller has been killed it does nothing any more.
 */
final class PipelineStepContext extends StepContext {
    private static final long serialVersionUID = 1;
    private static final int NO_BODY = -1;

    final int threadId;
    final String nodeId;
    private final int bodyId;
    private final boolean block;

    @CheckForNull
    private Outcome outcome;

    private boolean synchronous = true;

    @CheckForNull
    private transient Busy working;

    private transient List<PipelineBodyInvoker> waiting = new ArrayList<>();
    private transient PipelineExecution execution;

    PipelineStepContext(
            PipelineExecution execution, int threadId, String nodeId, @CheckForNull Integer bodyId, boolean block) {
        this.execution = execution;
        this.threadId = threadId;
        this.nodeId = nodeId;
        this.bodyId = bodyId == null ? NO_BODY : bodyId;
        this.block = block;
    }

    PipelineExecution execution() {
        return execution;
    }

    @CheckForNull
    ProgramThread thread() {
        return execution.program().threads.get(threadId);
    }

    /**
     * A thread that was under way when its controller was killed may outlive it, because it waits for a real answer: it must
     * not write what it made of that over what its successor left in the workspace.
     */
    @Override
    public <T> T get(Class<T> type) throws IOException, InterruptedException {
        if (type == FilePath.class && execution.isDead()) {
            throw new IOException("The controller that this step ran in was killed");
        }
        ProgramThread thread = thread();
        return execution.contexts().get(type, thread == null ? null : thread.contextVariables, nodeId);
    }

    @Override
    public void onSuccess(Object value) {
        complete(new Outcome(value, null));
    }

    @Override
    public void onFailure(Throwable failure) {
        complete(new Outcome(
                null, failure == null ? new IllegalStateException("A step failed without saying why") : failure));
    }

    private void complete(Outcome value) {
        boolean waits;
        Busy token;
        synchronized (this) {
            if (outcome != null) {
                return;
            }
            outcome = value;
            waits = !synchronous;
            token = working;
            working = null;
        }
        if (waits) {
            wakeCaller();
        }
        if (token != null) {
            token.close();
        }
    }

    /** The step works on a thread of its own: time does not jump until it has ended. */
    void working(Busy token) {
        synchronized (this) {
            if (outcome == null) {
                working = token;
                return;
            }
        }
        token.close();
    }

    /** The outcome is there; the caller goes on with it. */
    void wakeCaller() {
        execution.submit(this::resumeCaller);
    }

    private void resumeCaller() {
        ProgramThread thread = thread();
        if (thread != null && thread.step != null && thread.step.getContext() == this) {
            thread.resume(finishLater(thread));
            execution.scheduleRun();
        }
    }

    /** Ends a step whose caller had left the program: only the program knows where a failure belongs. */
    Outcome finishLater(ProgramThread thread) {
        Outcome value = finishNow(thread);
        if (value.isFailure()) {
            execution.failedAt(value.getAbnormal(), thread.program.getStackTrace());
        }
        return value;
    }

    /** Ends the step in the graph; called on the VM thread when the outcome is there. */
    Outcome finishNow(ProgramThread thread) {
        thread.step = null;
        if (bodyId != NO_BODY) {
            execution.program().bodies.remove(bodyId);
        }
        Outcome value = java.util.Objects.requireNonNull(outcome());
        execution.stepEnded(thread, nodeId, block, value.getAbnormal());
        return value;
    }

    /** From now on the caller waits; returns the bodies to start, or null if the step has ended already. */
    @CheckForNull
    synchronized List<PipelineBodyInvoker> goAsync() {
        if (outcome != null) {
            return null;
        }
        synchronous = false;
        List<PipelineBodyInvoker> bodies = waiting;
        waiting = new ArrayList<>();
        return bodies;
    }

    synchronized boolean isSynchronous() {
        return synchronous;
    }

    @CheckForNull
    private synchronized Outcome outcome() {
        return outcome;
    }

    synchronized boolean isDone() {
        return outcome != null;
    }

    /** Takes a body to start when the caller waits; false if it waits already. */
    synchronized boolean enqueue(PipelineBodyInvoker body) {
        if (!synchronous) {
            return false;
        }
        waiting.add(body);
        return true;
    }

    @Override
    public boolean isReady() {
        return execution != null;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        execution.submit(execution::requestSave);
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result result) {
        execution.run().setResult(result);
    }

    @Override
    public PipelineBodyInvoker newBodyInvoker() {
        if (bodyId == NO_BODY) {
            throw new IllegalStateException("There's no body to invoke");
        }
        return new PipelineBodyInvoker(this, bodyId);
    }

    /** A body that is not written in the pipeline as the step's block: a script that the step loaded. */
    PipelineBodyInvoker newBodyInvoker(PipelineScript script) {
        return new PipelineBodyInvoker(this, execution.program().export(script));
    }

    @Override
    public boolean hasBody() {
        return bodyId != NO_BODY;
    }

    @CheckForNull
    Object body() {
        return execution.program().bodies.get(bodyId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PipelineStepContext context
                && context.threadId == threadId
                && context.nodeId.equals(nodeId);
    }

    @Override
    public int hashCode() {
        return 31 * threadId + nodeId.hashCode();
    }

    private synchronized Object readResolve() {
        execution = PipelineExecution.loading();
        waiting = new ArrayList<>();
        return this;
    }

    @Override
    public String toString() {
        return "PipelineStepContext[" + nodeId + "]";
    }
}
