package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sees each {@code sh} step, and may answer in its place (a recorded outcome). */
public interface ShellInterceptor {
    /** Lets every script run. */
    ShellInterceptor NONE = new ShellInterceptor() {};

    /** An outcome to use instead of running the script, or empty to run it. */
    default Optional<ShellOutcome> intercept(ShellCall call) {
        return Optional.empty();
    }

    /** The script ran and ended so. */
    default void completed(ShellCall call, ShellOutcome outcome) {}

    /** What has to happen, in virtual time, before the program goes on after a script. */
    default CompletionStage<Void> settled() {
        return CompletableFuture.completedFuture(null);
    }
}
