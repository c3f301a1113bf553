package io.jenkins.plugins.delivery.rehearsal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class VirtualClockTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final VirtualClock clock = new VirtualClock(START);

    @AfterEach
    void stop() {
        clock.close();
    }

    @Test
    void aDayPassesAtOnceWhenNobodyIsBusy() throws Exception {
        CompletableFuture<Instant> seen = new CompletableFuture<>();
        clock.schedule(Duration.ofDays(1), () -> seen.complete(clock.instant()));
        assertThat(seen.get(5, TimeUnit.SECONDS)).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void tasksRunInTheOrderOfTheirTimeAndThenOfTheirMaking() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(4);
        try (Busy all = clock.busy("test")) {
            clock.schedule(Duration.ofSeconds(2), () -> note(order, "late", done));
            clock.schedule(Duration.ofSeconds(1), () -> note(order, "early 1", done));
            clock.schedule(Duration.ofSeconds(1), () -> note(order, "early 2", done));
            clock.schedule(Duration.ofSeconds(3), () -> note(order, "last", done));
        }
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("early 1", "early 2", "late", "last");
    }

    private static void note(List<String> order, String what, CountDownLatch done) {
        order.add(what);
        done.countDown();
    }

    @Test
    void timeStandsStillWhileSomebodyIsBusy() throws Exception {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        try (Busy token = clock.busy("a program step")) {
            clock.schedule(Duration.ofSeconds(1), () -> ran.complete(null));
            assertThat(clock.busyWith()).contains("a program step");
            CompletableFuture<Void> due = new CompletableFuture<>();
            clock.schedule(Duration.ZERO, () -> due.complete(null));
            due.get(5, TimeUnit.SECONDS);
            assertThat(ran).isNotDone();
            assertThat(clock.instant()).isEqualTo(START);
        }
        ran.get(5, TimeUnit.SECONDS);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void timeRunsWithTheWallClockDuringWork() throws Exception {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        try (Busy process = clock.work("a process")) {
            clock.schedule(Duration.ofMillis(30), () -> ran.complete(null));
            ran.get(5, TimeUnit.SECONDS);
            assertThat(clock.instant()).isBetween(START.plusMillis(30), START.plusSeconds(5));
        }
    }

    @Test
    void aCancelledTaskNeverRuns() throws Exception {
        CompletableFuture<Void> later = new CompletableFuture<>();
        List<String> ran = new CopyOnWriteArrayList<>();
        try (Busy token = clock.busy("test")) {
            Cancellable task = clock.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled"));
            clock.schedule(Duration.ofSeconds(2), () -> later.complete(null));
            assertThat(task.cancel()).isTrue();
            assertThat(task.cancel()).isFalse();
            assertThat(task.isCancelled()).isTrue();
        }
        later.get(5, TimeUnit.SECONDS);
        assertThat(ran).isEmpty();
    }

    @Test
    void aFailingTaskDoesNotStopTheClock() throws Exception {
        CompletableFuture<Void> later = new CompletableFuture<>();
        java.util.logging.Logger log = java.util.logging.Logger.getLogger(VirtualClock.class.getName());
        log.setUseParentHandlers(false);
        clock.schedule(Duration.ofSeconds(1), () -> {
            throw new IllegalStateException("on purpose");
        });
        clock.schedule(Duration.ofSeconds(2), () -> later.complete(null));
        later.get(5, TimeUnit.SECONDS);
        log.setUseParentHandlers(true);
    }

    @Test
    void executorTasksAreBusyFromSubmissionToEnd() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Instant> end = new CompletableFuture<>();
        clock.busy(ForkJoinPool.commonPool(), "request").execute(() -> {
            try {
                go.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            end.complete(clock.instant());
        });
        CompletableFuture<Instant> later = new CompletableFuture<>();
        clock.schedule(Duration.ofHours(1), () -> later.complete(clock.instant()));
        assertThat(later).isNotDone();
        go.countDown();
        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo(START);
        assertThat(later.get(5, TimeUnit.SECONDS)).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void saysWhenNothingCanEverHappen() throws Exception {
        CompletableFuture<Void> stuck = new CompletableFuture<>();
        clock.onDeadlock(() -> stuck.complete(null));
        stuck.get(5, TimeUnit.SECONDS);
    }

    @Test
    void backgroundTasksAloneDoNotLetTimeGoOn() throws Exception {
        CompletableFuture<Void> stuck = new CompletableFuture<>();
        List<String> ran = new CopyOnWriteArrayList<>();
        clock.scheduleBackground(Duration.ofSeconds(1), () -> ran.add("pump"));
        clock.onDeadlock(() -> stuck.complete(null));
        stuck.get(5, TimeUnit.SECONDS);
        assertThat(ran).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void backgroundTasksRunWhenSomethingElseLetsTimeGoOn() throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        List<String> ran = new CopyOnWriteArrayList<>();
        try (Busy token = clock.busy("test")) {
            clock.scheduleBackground(Duration.ofSeconds(1), () -> ran.add("pump"));
            clock.schedule(Duration.ofSeconds(2), () -> end.complete(null));
        }
        end.get(5, TimeUnit.SECONDS);
        assertThat(ran).containsExactly("pump");
    }

    @Test
    void realTimeModeFollowsTheWallClock() throws Exception {
        clock.realTime(true);
        CompletableFuture<Void> ran = new CompletableFuture<>();
        clock.schedule(Duration.ofMillis(20), () -> ran.complete(null));
        ran.get(5, TimeUnit.SECONDS);
        assertThat(clock.instant()).isBetween(START.plusMillis(20), START.plusSeconds(5));
    }
}
