package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.Extension;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Gives the plugin's steps virtual time. */
@Extension(ordinal = 1000)
public final class RehearsalDeliveryClock extends DeliveryClock {
    @Override
    public Clock clock() {
        return RehearsalController.get().steps().clock();
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return RehearsalController.get().steps().schedule(delay, task);
    }

    @Override
    public Executor io() {
        return RehearsalController.get().steps().io();
    }

    /** A thread of the rehearsal waits, so that no time passes while real requests are under way. */
    @Override
    public void whenDone(CompletionStage<?> elsewhere, Runnable task) {
        io().execute(() -> {
            try {
                elsewhere.toCompletableFuture().join();
            } catch (CompletionException | CancellationException e) {
                // the task looks how it ended
            }
            task.run();
        });
    }

    @Override
    public Elsewhere elsewhere(String what) {
        return RehearsalController.get().steps().work(what)::close;
    }
}
