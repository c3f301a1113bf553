package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The one thread on which the controllers and the kubelet work, so that they need no locks. Time stands still meanwhile. */
public final class ControlLoop implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(ControlLoop.class.getName());
    private final VirtualClock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "embedded cluster");
        created.setDaemon(true);
        return created;
    });

    public ControlLoop(VirtualClock clock) {
        this.clock = clock;
    }

    /** Runs the task soon; does nothing once the loop is closed. */
    public void run(Runnable task) {
        Busy token = clock.busy("embedded cluster");
        try {
            thread.execute(() -> {
                try (token) {
                    task.run();
                } catch (RuntimeException e) {
                    LOGGER.log(System.Logger.Level.WARNING, "A controller of the embedded cluster failed", e);
                }
            });
        } catch (RejectedExecutionException closed) {
            token.close();
        }
    }

    /** Runs the task on this loop when the delay has passed. */
    public Cancellable after(Duration delay, Runnable task) {
        return clock.schedule(delay, () -> run(task));
    }

    /** The same for something that alone should not let time go on. */
    Cancellable afterInBackground(Duration delay, Runnable task) {
        return clock.scheduleBackground(delay, () -> run(task));
    }

    Busy busy(String why) {
        return clock.elsewhere(why);
    }

    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
