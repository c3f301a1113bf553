package io.jenkins.plugins.delivery.rehearsal.runtime;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Time and threads of the steps of one life of the controller. Closed when it dies: what it had planned never happens. */
final class RehearsalClock implements AutoCloseable {
    private static final int THREADS = 8;
    private final VirtualClock clock;
    /** A call that is under way and does not heed an interrupt is not waited for any longer. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(2);

    private final ExecutorService pool;
    private final Executor busyPool;
    private final Set<Busy> tokens = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    RehearsalClock(VirtualClock clock) {
        this.clock = clock;
        this.pool = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "rehearsal i/o");
            thread.setDaemon(true);
            return thread;
        });
        this.busyPool = clock.busy(pool, "a step's i/o");
    }

    Clock clock() {
        return clock;
    }

    Executor io() {
        return task -> {
            if (!dead) {
                try {
                    busyPool.execute(task);
                } catch (RejectedExecutionException died) {
                    dead = true;
                }
            }
        };
    }

    Planned schedule(Duration delay, Runnable task) {
        Planned planned = new Planned(task);
        planned.entry = clock.schedule(delay, () -> {
            if (!dead) {
                io().execute(planned);
            }
        });
        return planned;
    }

    /** Time runs along with the wall clock until the token is closed, or the controller dies. */
    Busy work(String why) {
        Busy token = clock.work(why);
        tokens.add(token);
        return () -> {
            tokens.remove(token);
            token.close();
        };
    }

    /** What a killed controller was doing is cut off where it stands: it must not act beside the one that comes after it. */
    @Override
    public void close() {
        dead = true;
        tokens.forEach(Busy::close);
        pool.shutdownNow();
        try {
            pool.awaitTermination(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A task with its entry in the calendar. */
    static final class Planned extends FutureTask<Void> {
        private volatile Cancellable entry;

        Planned(Runnable task) {
            super(task, null);
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            Cancellable planned = entry;
            if (planned != null) {
                planned.cancel();
            }
            return super.cancel(mayInterrupt);
        }
    }
}
