package io.jenkins.plugins.delivery.steps;

import hudson.Extension;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.SystemProperties;
import jenkins.util.Timer;

/** Real time: Jenkins's timer says when, a pool of our own does the work, as the system user as the timer does, until Jenkins ends. */
@Extension(ordinal = -1000)
public final class ControllerClock extends DeliveryClock {
    private static final Logger LOGGER = Logger.getLogger(ControllerClock.class.getName());
    private static final int THREADS = SystemProperties.getInteger(DeliveryClock.class.getName() + ".threads", 16);

    private final Executor io = pool();

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return Timer.get().schedule(() -> io().execute(task), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public Executor io() {
        return task -> io.execute(() -> run(task));
    }

    private static void run(Runnable task) {
        if (Shutdown.isUnderWay()) {
            return;
        }
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            task.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A background task of a delivery step failed", e);
        }
    }

    private static Executor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(new DaemonThreadFactory(), "progressive-delivery"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
