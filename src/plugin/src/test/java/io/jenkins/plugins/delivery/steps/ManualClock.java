package io.jenkins.plugins.delivery.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Time and background work in the hands of a test: one task after the other, and waiting costs nothing. */
public final class ManualClock extends DeliveryClock {
    private record Alarm(Instant at, FutureTask<?> task) {}

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>((one, two) -> one.at().compareTo(two.at()));
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        FutureTask<?> future = new FutureTask<>(task, null);
        alarms.add(new Alarm(now.plus(delay), future));
        return future;
    }

    @Override
    public Executor io() {
        return work::add;
    }

    @Override
    public void whenDone(CompletionStage<?> elsewhere, Runnable task) {
        work.add(() -> {
            elsewhere.toCompletableFuture().handle((result, problem) -> result).join();
            task.run();
        });
    }

    /** Does the next thing there is to do, now or later; false if there is none. */
    public boolean step() {
        Runnable task = work.poll();
        if (task == null) {
            Alarm alarm = alarms.poll();
            if (alarm == null) {
                return false;
            }
            now = alarm.at().isAfter(now) ? alarm.at() : now;
            task = alarm.task();
        }
        task.run();
        return true;
    }

    public void forgetEverything() {
        work.clear();
        alarms.clear();
    }
}
