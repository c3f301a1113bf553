package io.jenkins.plugins.delivery.steps.smoke;

import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.engine.smoke.SmokeRunner;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.Turn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Checks that are tried from this machine. */
final class LocalRun implements ProbeRun {
    private final CompletableFuture<SmokeReport> done;

    LocalRun(SmokeRunner.Scheduler time, SmokeProber prober, SmokeSession session, Consumer<Turn> told) {
        done = new SmokeRunner(time, prober, session, told).run();
    }

    @Override
    public CompletableFuture<SmokeReport> done() {
        return done;
    }

    @Override
    public void cancel() {
        done.cancel(false);
    }
}
