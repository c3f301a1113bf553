package io.jenkins.plugins.delivery.steps;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * Where steps take time and background threads from. Steps never use {@code Timer}, {@code Instant.now()} or executors
 * of their own, so that whoever runs them decides what time it is.
 *
 * <p>The extension with the highest ordinal counts.
 */
public abstract class DeliveryClock implements ExtensionPoint {
    /** What time it is. */
    public abstract Clock clock();

    /**
     * Runs a task on {@link #io()} after a delay; a delay that is not positive means at once.
     *
     * @return cancelled, the task does not start any more
     */
    public abstract Future<?> schedule(Duration delay, Runnable task);

    /** Bounded, for what may block for a while: files, HTTP, the Kubernetes API. */
    public abstract Executor io();

    /**
     * Runs a task on {@link #io()} once something that happens elsewhere is over, however it ends. No thread waits for it
     * here; where time is virtual, none passes meanwhile.
     */
    public void whenDone(CompletionStage<?> elsewhere, Runnable task) {
        elsewhere.whenComplete((result, problem) -> io().execute(task));
    }

    /**
     * Says that something goes on elsewhere that takes its own time, such as a process, until the answer is closed. It is
     * looked at with {@link #schedule}; whoever makes time pass faster must not do so meanwhile.
     */
    public Elsewhere elsewhere(String what) {
        return () -> {};
    }

    /** Something that goes on elsewhere. Closing twice is harmless. */
    @FunctionalInterface
    public interface Elsewhere extends AutoCloseable {
        @Override
        void close();
    }

    /** The one to use now. */
    public static DeliveryClock get() {
        return ExtensionList.lookupFirst(DeliveryClock.class);
    }
}
