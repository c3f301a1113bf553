package io.jenkins.plugins.delivery.rehearsal.clock;

/** A task that a {@link VirtualClock} will run unless it is cancelled before. */
public interface Cancellable {
    /** Returns whether this call kept the task from running. */
    boolean cancel();

    boolean isDone();

    boolean isCancelled();
}
