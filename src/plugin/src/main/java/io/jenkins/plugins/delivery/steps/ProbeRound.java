package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Checks that are being tried once, somewhere. Nothing waits for them: who wants to know is told. */
interface ProbeRound {
    /** All attempts; fails when whoever tries them is gone. */
    CompletableFuture<List<Attempt>> done();

    /** Ends what is under way, at once. */
    void cancel();
}
