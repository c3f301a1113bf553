package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;

/** Time that passes only when a test has nothing else to do. */
final class VirtualScheduler implements SmokeRunner.Scheduler {
    private record Task(Instant at, Runnable task) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>((one, two) -> one.at().compareTo(two.at()));
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), task));
    }

    @Override
    public void whenDone(CompletionStage<?> elsewhere, Runnable task) {
        elsewhere.whenComplete((result, problem) -> after(Duration.ZERO, task));
    }

    /** Runs the next task, if there is one. */
    boolean step() {
        Task next;
        synchronized (this) {
            next = tasks.poll();
            if (next == null) {
                return false;
            }
            now = next.at();
        }
        next.task().run();
        return true;
    }
}
