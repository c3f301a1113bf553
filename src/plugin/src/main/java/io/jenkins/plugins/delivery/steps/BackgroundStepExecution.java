package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.console.StepLog;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A step that works in turns on the background threads of {@link DeliveryClock}, one turn at a time. After a restart it
 * takes a turn again, so a turn starts from what the fields say and never from what an earlier turn left in memory.
 */
public abstract class BackgroundStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private static final Duration AGENT_LOOKED_FOR_EVERY = Duration.ofSeconds(5);
    private static final int AGENT_LOOKED_FOR_TIMES = 120;

    private volatile boolean finished;
    private transient int agentLookedFor;
    private transient volatile Thread worker;
    private transient volatile Future<?> alarm;
    private transient volatile StepLog log;

    protected BackgroundStepExecution(StepContext context) {
        super(context);
    }

    /** One turn: ends the step, or says when the next turn is. Never on the thread of the program. */
    protected abstract void proceed() throws IOException, InterruptedException;

    /** Leaves behind what there is to say of a step that was stopped. */
    protected abstract void stopped(Throwable cause) throws IOException, InterruptedException;

    @Override
    public final boolean start() {
        again();
        return false;
    }

    @Override
    public final void onResume() {
        again();
    }

    @Override
    public final void stop(Throwable cause) {
        if (!finish()) {
            return;
        }
        DeliveryClock.get().io().execute(() -> {
            try {
                stopped(cause);
            } catch (IOException | RuntimeException | LinkageError e) {
                cause.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                getContext().onFailure(cause);
            }
        });
    }

    /** Where it writes what people read of it. */
    protected final TaskListener listener() throws InterruptedException {
        synchronized (this) {
            if (log == null) {
                log = new StepLog(getContext());
            }
        }
        return log.listener();
    }

    /**
     * The workspace. After a restart the agent may take a while to come back: then this is null, and there is another
     * turn soon.
     *
     * @throws AbortException if it does not come back
     */
    @CheckForNull
    protected final FilePath workspace() throws IOException, InterruptedException {
        FilePath workspace = getContext().get(FilePath.class);
        if (workspace != null) {
            return workspace;
        }
        if (++agentLookedFor > AGENT_LOOKED_FOR_TIMES) {
            throw new AbortException("The agent of this step is gone, and its workspace with it. Run the build again.");
        }
        againAfter(AGENT_LOOKED_FOR_EVERY);
        return null;
    }

    /** Takes a turn as soon as may be. */
    protected final void again() {
        DeliveryClock.get().io().execute(this::turn);
    }

    /** Takes a turn after this time. */
    protected final void againAfter(Duration delay) {
        alarm = DeliveryClock.get().schedule(delay, this::turn);
    }

    protected final void succeed(Object result) {
        if (finish()) {
            getContext().onSuccess(result);
        }
    }

    /** Ends the step as failed, unless Jenkins ends: then the turn is taken again when it is back. */
    protected final void fail(Throwable problem) {
        if (!Shutdown.isUnderWay() && finish()) {
            getContext().onFailure(problem);
        }
    }

    private void turn() {
        if (!begin()) {
            return;
        }
        try {
            proceed();
        } catch (IOException | InterruptedException | RuntimeException | LinkageError | VirtualMachineError e) {
            // Another plugin in another version than ours was built with must not make the build wait for ever.
            fail(e);
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (finished) {
            return false;
        }
        worker = Thread.currentThread();
        return true;
    }

    /** The thread goes back to the pool: an interruption that was meant for this turn must not hit the next. */
    private synchronized void end() {
        worker = null;
        Thread.interrupted();
    }

    /** Whether this call is the one that ends the step. */
    private synchronized boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        Future<?> pending = alarm;
        if (pending != null) {
            pending.cancel(false);
        }
        Thread busy = worker;
        if (busy != null && busy != Thread.currentThread()) {
            busy.interrupt();
        }
        return true;
    }
}
