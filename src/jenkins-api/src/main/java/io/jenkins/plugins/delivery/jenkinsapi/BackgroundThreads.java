package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.security.core.Authentication;

/**
 * Where steps run what may take a while. A rehearsal replaces the executor by one that tells its clock that real work is
 * going on.
 */
public final class BackgroundThreads {
    private static final Executor OWN =
            Executors.newCachedThreadPool(new NamingThreadFactory(new DaemonThreadFactory(), "step execution"));

    private static volatile Executor executor = OWN;

    private BackgroundThreads() {}

    /** From now on runs work on {@code replacement}; null brings the own threads back. */
    public static void use(@edu.umd.cs.findbugs.annotations.CheckForNull Executor replacement) {
        executor = replacement == null ? OWN : replacement;
    }

    /** Runs {@code work} as {@code who}. */
    public static Future<?> submit(Authentication who, Runnable work) {
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    try (ACLContext ignored = ACL.as2(who)) {
                        work.run();
                    }
                },
                null);
        executor.execute(task);
        return task;
    }
}
