package jenkins.util;

import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Where the controller's short recurring work is scheduled. */
public class Timer {
    private static final int THREADS = 10;

    private static ScheduledExecutorService executor;

    private Timer() {}

    public static synchronized ScheduledExecutorService get() {
        if (executor == null) {
            executor = new AsController();
        }
        return executor;
    }

    public static synchronized void shutdown() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    /** Timed work is the controller's own, not that of whoever scheduled it. */
    private static final class AsController extends ScheduledThreadPoolExecutor {
        AsController() {
            super(THREADS, new NamingThreadFactory(new DaemonThreadFactory(), "jenkins.util.Timer"));
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            SecurityContextHolder.setContext(new SecurityContextImpl(ACL.SYSTEM2));
            super.beforeExecute(thread, task);
        }

        @Override
        protected void afterExecute(Runnable task, Throwable failure) {
            super.afterExecute(task, failure);
            SecurityContextHolder.clearContext();
        }
    }
}
