package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Drives a session to its end. Holds no thread while it waits. */
public final class SmokeRunner {
    /** Where time comes from. */
    public interface Scheduler {
        Instant now();

        /** Runs the task later; on a virtual clock, when virtual time gets there. */
        void after(Duration delay, Runnable task);
    }

    private final Scheduler scheduler;
    private final SmokeProber prober;

    public SmokeRunner(Scheduler scheduler, SmokeProber prober) {
        this.scheduler = scheduler;
        this.prober = prober;
    }

    /** Starts at once; cancelling the result ends it after the attempts that are under way. */
    public CompletableFuture<SmokeReport> run(SmokeSuite suite) {
        CompletableFuture<SmokeReport> report = new CompletableFuture<>();
        tick(SmokeSession.start(suite, scheduler.now()), report);
        return report;
    }

    private void tick(SmokeSession session, CompletableFuture<SmokeReport> report) {
        Instant now = scheduler.now();
        if (report.isDone()) {
            return;
        }
        if (session.over(now)) {
            report.complete(session.report(now));
            return;
        }
        List<Check> due = session.due(now);
        if (due.isEmpty()) {
            scheduler.after(Duration.between(now, session.wakeUp()), () -> tick(session, report));
            return;
        }
        prober.probe(due, session.suite().concurrency())
                .thenAccept(attempts -> tick(session.after(attempts, scheduler.now()), report));
    }
}
