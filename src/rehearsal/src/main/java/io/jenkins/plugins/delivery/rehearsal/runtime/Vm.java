package io.jenkins.plugins.delivery.rehearsal.runtime;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The one thread on which a program runs. Virtual time stands still while it has something to do. */
final class Vm {
    private static final System.Logger LOGGER = System.getLogger(Vm.class.getName());
    private final ExecutorService thread;
    private final VirtualClock clock;
    private final String name;
    private final AtomicInteger queued = new AtomicInteger();

    Vm(String name, VirtualClock clock) {
        this.name = name;
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "pipeline " + name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Runs {@code task} after those submitted before; does nothing once the VM is closed. */
    void submit(Runnable task) {
        Busy token = clock.busy("program " + name);
        queued.incrementAndGet();
        try {
            thread.execute(() -> {
                queued.decrementAndGet();
                try (token) {
                    task.run();
                } catch (RuntimeException | Error failure) {
                    LOGGER.log(System.Logger.Level.ERROR, "The pipeline runtime failed", failure);
                }
            });
        } catch (RejectedExecutionException closed) {
            queued.decrementAndGet();
            token.close();
        }
    }

    /** Whether nothing waits for the task that runs now to end. */
    boolean isQueueEmpty() {
        return queued.get() == 0;
    }

    /** Drops what waits; the task that runs now ends by itself. */
    void close() {
        thread.shutdown();
    }
}
