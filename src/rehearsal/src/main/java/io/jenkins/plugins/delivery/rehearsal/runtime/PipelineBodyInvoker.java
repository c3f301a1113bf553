package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.impl.TryBlockEnv;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;

/** Runs a body of a step as a thread of its own. */
public final class PipelineBodyInvoker extends BodyInvoker {
    private final PipelineStepContext owner;
    private final int bodyId;
    private final List<Object> contexts = new ArrayList<>();
    private final ArrayList<BodyExecutionCallback> callbacks = new ArrayList<>();

    @CheckForNull
    private String displayName;

    private boolean branch;
    private boolean skipped;
    private PipelineBodyExecution execution;

    PipelineBodyInvoker(PipelineStepContext owner, int bodyId) {
        this.owner = owner;
        this.bodyId = bodyId;
    }

    @Override
    public BodyInvoker withContext(Object override) {
        if (override != null) {
            contexts.add(override);
        }
        return this;
    }

    @Override
    public BodyInvoker withContexts(Collection<?> overrides) {
        overrides.forEach(this::withContext);
        return this;
    }

    @Override
    public BodyInvoker withDisplayName(String name) {
        displayName = name;
        return this;
    }

    /** The body is a branch of {@code parallel}. */
    public PipelineBodyInvoker asBranch(String name) {
        displayName = "Branch: " + name;
        branch = true;
        return this;
    }

    @Override
    public BodyInvoker withCallback(BodyExecutionCallback callback) {
        callbacks.add(callback);
        return this;
    }

    @Override
    public BodyExecution start() {
        if (execution != null) {
            throw new IllegalStateException("The body has been started already");
        }
        execution = new PipelineBodyExecution(owner, callbacks);
        if (!owner.enqueue(this)) {
            owner.execution().submit(() -> {
                launch(addStartNode());
                owner.execution().scheduleRun();
            });
        }
        return execution;
    }

    NodeState addStartNode() {
        NodeState node = owner.execution().bodyStarted(owner, displayName, branch);
        node.skipped = skipped;
        return node;
    }

    /** On the VM thread: makes the thread; it runs when its turn comes. */
    void launch(NodeState start) {
        PipelineExecution pipeline = owner.execution();
        ProgramThread parent = owner.thread();
        if (parent == null) {
            return;
        }
        execution.startId = start.id;
        for (BodyExecutionCallback callback : callbacks) {
            callback.onStart(new BodyContext(owner, start.id));
        }
        ContextSet context = ContextSet.within(parent.contextVariables, contexts);
        FunctionCallEnv root = new FunctionCallEnv(null, Continuation.HALT, null, null);
        root.setInvoker(ScriptInvoker.create(pipeline.isSandboxed()));
        TryBlockEnv env = new TryBlockEnv(root, null);
        Continuation end = new BodyEnd(execution, false);
        env.addHandler(Throwable.class, new BodyEnd(execution, true));
        ProgramThread thread = pipeline.program().addThread(new ProgramContinuable(first(env, end)), context, start.id);
        execution.threadId = thread.id;
        execution.applyStop(thread);
    }

    private Next first(TryBlockEnv env, Continuation end) {
        try {
            Object body = owner.execution().program().bodies.get(bodyId);
            Object value = body instanceof Closure<?> closure ? closure.call() : ((PipelineScript) body).run();
            return end.receive(new Immediate(value));
        } catch (CpsCallableInvocation invocation) {
            return invocation.invoke(env, null, end);
        } catch (RuntimeException | Error failure) {
            return env.getExceptionHandler(Throwable.class).receive(failure);
        }
    }

    /** The value of a body that needed no continuation. */
    record Immediate(Object value) {}
}
