package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Checks that are tried from this machine. */
final class LocalRound implements ProbeRound {
    private final SmokeProber prober;
    private final CompletableFuture<List<Attempt>> done;

    LocalRound(SmokeProber prober, List<Check> checks, Duration limit, Consumer<Attempt> heard) {
        this.prober = prober;
        this.done = prober.probe(checks, limit, heard).whenComplete((attempts, problem) -> prober.close());
    }

    @Override
    public CompletableFuture<List<Attempt>> done() {
        return done;
    }

    @Override
    public void cancel() {
        prober.close();
    }
}
