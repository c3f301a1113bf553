package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;

/** Tries checks once, from wherever it runs: on an agent, or on the controller with its policy. */
final class ProbeChecks extends MasterToSlaveCallable<ArrayList<Attempt>, InterruptedException> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Check> checks;
    private final int concurrency;
    private final HostPolicy policy;
    /** Travels to the agent over its encrypted channel; never written to disk, as a callable is no state of the program. */
    private final HashMap<String, String> authorizations;

    ProbeChecks(List<Check> checks, int concurrency, HostPolicy policy, Map<String, String> authorizations) {
        this.checks = new ArrayList<>(checks);
        this.concurrency = concurrency;
        this.policy = policy;
        this.authorizations = new HashMap<>(authorizations);
    }

    @Override
    public ArrayList<Attempt> call() throws InterruptedException {
        SmokeProber prober = new SmokeProber(Shared.CLIENT, Shared.THREADS, policy, authorizations, Clock.systemUTC());
        CompletableFuture<List<Attempt>> attempts = prober.probe(checks, concurrency);
        try {
            return new ArrayList<>(attempts.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            // An interrupted step starts no further attempts.
            attempts.cancel(true);
        }
    }

    /** One client a machine, made when it is first needed; its threads end when they are idle. */
    private static final class Shared {
        static final ExecutorService THREADS =
                new ThreadPoolExecutor(0, 512, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "progressive-delivery smoke test");
                    thread.setDaemon(true);
                    return thread;
                });
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .executor(THREADS)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }
}
