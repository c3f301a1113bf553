package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Drives a session to its end. Each check is tried again when its own time has come, whatever the others are doing, and
 * never more are under way than allowed. Holds no thread while it waits.
 */
public final class SmokeRunner {
    private static final long GATHERED_MILLIS = 50;

    /** Where time comes from. */
    public interface Scheduler {
        Instant now();

        /** Runs the task later; on a virtual clock, when virtual time gets there. */
        void after(Duration delay, Runnable task);

        /** Runs the task once something that takes real time is over. */
        void whenDone(CompletionStage<?> elsewhere, Runnable task);
    }

    private final Scheduler scheduler;
    private final SmokeProber prober;
    private final Consumer<Turn> told;
    private final CompletableFuture<SmokeReport> report = new CompletableFuture<>();
    private final Map<String, Check> busy = new LinkedHashMap<>();
    private final Queue<Check> waiting = new ArrayDeque<>();
    private final List<Attempt> gathered = new ArrayList<>();
    private final int concurrency;
    private SmokeSession session;
    private long lastMillis = -1;
    private Instant alarm = Instant.MAX;
    private CompletableFuture<Void> news = CompletableFuture.completedFuture(null);

    /**
     * @param prober tries the checks, and is closed when this ends
     * @param told is told of each turn before the next, one at a time
     */
    public SmokeRunner(Scheduler scheduler, SmokeProber prober, SmokeSession session, Consumer<Turn> told) {
        this.scheduler = scheduler;
        this.prober = prober;
        this.session = session;
        this.told = told;
        concurrency = session.suite().concurrency();
    }

    /** Starts at once; cancelling the result ends what is under way. */
    public synchronized CompletableFuture<SmokeReport> run() {
        Duration limit = Duration.between(scheduler.now(), session.deadline());
        CompletableFuture<Void> deadline = new CompletableFuture<Void>()
                .completeOnTimeout(null, Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
        deadline.thenRunAsync(this::giveUp);
        report.whenComplete((result, problem) -> {
            deadline.cancel(false);
            prober.close();
        });
        turn();
        return report;
    }

    private void turn() {
        try {
            advance(scheduler.now());
        } catch (RuntimeException e) {
            report.completeExceptionally(e);
        }
    }

    private synchronized void advance(Instant reached) {
        if (report.isDone()) {
            return;
        }
        Instant end = session.deadline();
        Instant now = Instant.ofEpochMilli((reached.isBefore(end) ? reached : end).toEpochMilli());
        take(now);
        if (session.over(reached)) {
            end(now);
            return;
        }
        start(session.due(reached));
        await(reached);
    }

    private void take(Instant now) {
        if (!gathered.isEmpty()) {
            Turn turn = new Turn(gathered, now.toEpochMilli());
            gathered.clear();
            session = session.after(turn.attempts(), turn.at());
            tell(turn);
        }
    }

    private void tell(Turn turn) {
        lastMillis = turn.atMillis();
        told.accept(turn);
    }

    private void start(List<Check> due) {
        if (busy.isEmpty()) {
            prober.refresh();
        }
        for (Check check : due) {
            if (busy.putIfAbsent(check.name(), check) == null) {
                waiting.add(check);
            }
        }
        for (int free = concurrency - (busy.size() - waiting.size()); free > 0; free--) {
            next();
        }
    }

    private synchronized void next() {
        Check check = report.isDone() ? null : waiting.poll();
        if (check != null) {
            prober.attempt(check, session.values()).whenComplete((attempt, problem) -> {
                over(check, problem == null ? attempt : ProbeWords.failed(check, problem));
                next();
            });
        }
    }

    private synchronized void over(Check check, Attempt attempt) {
        if (busy.remove(check.name()) == null) {
            return;
        }
        gathered.add(attempt);
        CompletableFuture<Void> first = news;
        if (busy.isEmpty()) {
            first.completeAsync(() -> null);
        } else if (gathered.size() == 1) {
            first.completeOnTimeout(null, GATHERED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The next turn comes with the next attempts that are over, or when a check is due that is not under way. */
    private void await(Instant now) {
        if (!busy.isEmpty() && news.isDone() || !gathered.isEmpty()) {
            news = gathered.isEmpty() ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
            scheduler.whenDone(news, this::turn);
        }
        Instant due = session.wakeUp(busy.keySet());
        if (due.isBefore(alarm) && (busy.isEmpty() || due.isBefore(session.deadline()))) {
            alarm = due;
            scheduler.after(Duration.between(now, due), () -> ring(due));
        }
    }

    /** A clock may ring a little early: then it is set again. */
    private void ring(Instant due) {
        synchronized (this) {
            alarm = alarm.equals(due) ? Instant.MAX : alarm;
        }
        turn();
    }

    /** What is not over at the deadline has failed. */
    private synchronized void giveUp() {
        if (report.isDone()) {
            return;
        }
        busy.values()
                .forEach(check -> gathered.add(
                        Attempt.failed(check, check.awaited(), "none before the deadline of the smoke test")));
        busy.clear();
        advance(session.deadline());
    }

    private void end(Instant now) {
        if (lastMillis != now.toEpochMilli()) {
            tell(new Turn(List.of(), now.toEpochMilli()));
        }
        report.complete(session.report(now));
    }
}
