package io.jenkins.plugins.delivery.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Time that stands still until a test moves it; background work is done at once, by who asks for it. */
public final class StandingClock extends DeliveryClock {
    private record Due(Instant at, FutureTask<Void> task) {}

    private final List<Due> pending = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Duration tick = Duration.ZERO;

    /** From now on it is later at each look, as it is on a real controller. */
    public void tick() {
        tick = Duration.ofNanos(1_000);
    }

    public void advance(Duration by) {
        now = now.plus(by);
        due().forEach(due -> io().execute(due.task));
    }

    private synchronized List<Due> due() {
        List<Due> come = pending.stream().filter(due -> !due.at.isAfter(now)).toList();
        pending.removeAll(come);
        return come;
    }

    /** What a restart does to everything that was only in memory. */
    public synchronized void forget() {
        pending.clear();
    }

    public synchronized long scheduled() {
        return pending.stream().filter(due -> !due.task.isCancelled()).count();
    }

    /** Until others, on threads of their own, have scheduled so much. */
    public synchronized void awaitScheduled(int tasks) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (scheduled() < tasks && System.nanoTime() < end) {
            wait(100);
        }
        assertThat(scheduled()).isGreaterThanOrEqualTo(tasks);
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                now = now.plus(tick);
                return now;
            }
        };
    }

    @Override
    public synchronized Future<?> schedule(Duration delay, Runnable task) {
        FutureTask<Void> future = new FutureTask<>(task, null);
        pending.add(new Due(now.plus(delay), future));
        pending.sort(Comparator.comparing(Due::at));
        notifyAll();
        return future;
    }

    @Override
    public Executor io() {
        return task -> {
            try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                task.run();
            }
        };
    }
}
