package io.jenkins.plugins.delivery.steps.smoke;

import java.util.concurrent.CompletableFuture;

/** A smoke test under way somewhere. Nothing waits for it: who wants to know is told. */
interface ProbeRun {
    /** Over when the last turn has been told; fails when whoever tries the checks is gone. */
    CompletableFuture<?> done();

    /** Ends what is under way, at once. */
    void cancel();
}
