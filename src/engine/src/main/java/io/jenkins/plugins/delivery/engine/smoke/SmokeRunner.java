package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Drives a session to its end. Holds no thread while it waits. */
public final class SmokeRunner {
    /** Where time comes from. */
    public interface Scheduler {
        Instant now();

        /** Runs the task later; on a virtual clock, when virtual time gets there. */
        void after(Duration delay, Runnable task);
    }

    private final Scheduler scheduler;
    private final Function<SmokeSession, SmokeProber> probers;

    /** @param probers makes what tries the checks of the next round; it is closed after the round */
    public SmokeRunner(Scheduler scheduler, Function<SmokeSession, SmokeProber> probers) {
        this.scheduler = scheduler;
        this.probers = probers;
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
        SmokeProber prober = probers.apply(session);
        prober.probe(due, Duration.between(now, session.deadline()), attempt -> {})
                .whenComplete((attempts, problem) -> prober.close())
                .thenAccept(attempts -> tick(session.after(attempts, scheduler.now()), report));
    }
}
