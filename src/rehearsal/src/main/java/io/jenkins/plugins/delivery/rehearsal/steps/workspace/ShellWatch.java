package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks after running scripts: often while they are young, less often later, and at once when they end. */
final class ShellWatch {
    private static final long FIRST_MILLIS = 4;
    private static final long LONGEST_MILLIS = 100;
    private static final ScheduledExecutorService THREADS = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "shell watch");
        thread.setDaemon(true);
        return thread;
    });

    private ShellWatch() {}

    /** Calls {@code poll} until it says that there is nothing more to come. */
    static void begin(ShellProcess process, BooleanSupplier poll) {
        process.onExit().thenRun(() -> THREADS.execute(poll::getAsBoolean));
        again(poll, FIRST_MILLIS);
    }

    private static void again(BooleanSupplier poll, long delay) {
        THREADS.schedule(
                () -> {
                    if (!poll.getAsBoolean()) {
                        again(poll, Math.min(delay * 3 / 2 + 1, LONGEST_MILLIS));
                    }
                },
                delay,
                TimeUnit.MILLISECONDS);
    }
}
