package io.jenkins.plugins.delivery.rehearsal.clock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** One entry of the clock's calendar; entries of the same instant run in the order in which they were made. */
final class ScheduledTask implements Cancellable, Comparable<ScheduledTask> {
    private enum State {
        WAITING,
        STARTED,
        CANCELLED
    }

    final Instant at;
    final boolean background;
    private final long number;
    private final Runnable body;
    private final Runnable onCancel;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile boolean finished;

    ScheduledTask(Instant at, long number, boolean background, Runnable body, Runnable onCancel) {
        this.at = at;
        this.number = number;
        this.background = background;
        this.body = body;
        this.onCancel = onCancel;
    }

    void run() {
        if (!state.compareAndSet(State.WAITING, State.STARTED)) {
            return;
        }
        try {
            body.run();
        } finally {
            finished = true;
        }
    }

    @Override
    public boolean cancel() {
        boolean kept = state.compareAndSet(State.WAITING, State.CANCELLED);
        if (kept) {
            onCancel.run();
        }
        return kept;
    }

    @Override
    public boolean isDone() {
        return finished || isCancelled();
    }

    @Override
    public boolean isCancelled() {
        return state.get() == State.CANCELLED;
    }

    @Override
    public int compareTo(ScheduledTask other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
