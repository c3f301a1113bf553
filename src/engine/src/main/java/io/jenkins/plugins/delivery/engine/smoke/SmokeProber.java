package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Dns;

/**
 * Tries checks once, many at the same time but never more than allowed, on threads of its own that end when they are idle.
 * Closing it ends whatever is under way.
 */
public final class SmokeProber implements AutoCloseable {
    private final ProbeSettings settings;
    private final PinnedNames names;
    private final HttpTransport transport;
    private final HttpSampler http;
    private final SocketProbe sockets;
    private final GrpcProbe grpc;
    private final DnsProbe dns;
    private final HttpClients clients;
    private final ExecutorService threads = threads();
    private final Set<Batch> batches = ConcurrentHashMap.newKeySet();

    public SmokeProber(ProbeSettings settings, Clock clock) {
        this(settings, clock, () -> ThisMachine.TLS, Dns.SYSTEM, null);
    }

    /** @param service what all requests are for */
    public SmokeProber(ProbeSettings settings, Clock clock, ServiceRoute service) {
        this(settings, clock, service::tls, Dns.SYSTEM, service);
    }

    /** @param tls is asked by the first check that needs it */
    SmokeProber(
            ProbeSettings settings,
            Clock clock,
            Supplier<ClientTls> tls,
            Dns resolver,
            @CheckForNull ServiceRoute service) {
        this.settings = settings;
        names = new PinnedNames(resolver, settings.policy(), settings.proxy());
        clients = new HttpClients(threads, names, settings.proxy(), tls, settings.concurrency());
        DirectTransport direct = new DirectTransport(clients, names);
        transport = service == null ? direct : new ServiceTransport(service, direct);
        http = new HttpSampler(transport, clock, threads);
        sockets = new SocketProbe(names, () -> tls.get().sockets(null), clock);
        grpc = new GrpcProbe(clients, names);
        dns = new DnsProbe(names);
    }

    /** Read once: the list of trusted certificates is long. */
    private static final class ThisMachine {
        static final ClientTls TLS = ClientTls.ofThisMachine();
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "progressive-delivery smoke test");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Tries each check once.
     *
     * @param limit when what is not over is given up, in real time
     * @param heard is told of each attempt as soon as it is over, one at a time
     * @return one attempt a check, in any order; a failure is an attempt that did not pass. Cancelled when this is closed
     */
    public CompletableFuture<List<Attempt>> probe(List<Check> checks, Duration limit, Consumer<Attempt> heard) {
        Batch batch = new Batch(checks, this::started, heard);
        batches.add(batch);
        batch.start(settings.concurrency());
        CompletableFuture<Void> alarm =
                new CompletableFuture<Void>().completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS);
        alarm.thenRunAsync(() -> batch.giveUp("none before the deadline of the smoke test"), threads);
        batch.done().whenComplete((attempts, problem) -> {
            alarm.cancel(false);
            batches.remove(batch);
        });
        return batch.done();
    }

    private CompletableFuture<Attempt> started(Check check) {
        return attempt(check, Map.of());
    }

    /**
     * Tries a check once, whatever else is under way.
     *
     * @param extracted values of earlier checks
     */
    CompletableFuture<Attempt> attempt(Check check, Map<String, String> extracted) {
        Map<String, String> values = new HashMap<>(settings.variables());
        values.putAll(extracted);
        String id = check.credentialsId();
        CheckCredential credential = id == null ? null : settings.credentials().get(id);
        if (id != null && credential == null) {
            return CompletableFuture.supplyAsync(
                    () -> Attempt.failed(check, "credentials '" + id + "'", "no such credentials for this build"),
                    threads);
        }
        CompletableFuture<Attempt> attempt = check instanceof HttpCheck request
                ? http.attempt(request, credential, values)
                : CompletableFuture.supplyAsync(() -> unchecked(() -> below(check, credential)), threads);
        return attempt.handle((over, problem) -> problem == null ? over : ProbeWords.failed(check, problem))
                .thenApply(over -> ProbeWords.masked(over, check, credential, values));
    }

    private static <T> T unchecked(Callable<T> callable) {
        try {
            return callable.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private Attempt below(Check check, @CheckForNull CheckCredential credential) throws IOException {
        if (check instanceof TcpCheck tcp) {
            return sockets.tcp(tcp);
        }
        if (check instanceof TlsCheck tls) {
            return sockets.tls(tls);
        }
        return check instanceof GrpcCheck one ? grpc.attempt(one, credential) : dns.attempt((DnsCheck) check);
    }

    /**
     * Reads a document of at most a mebibyte from where it is published, by the policy on hosts.
     *
     * @throws ProbeException telling why there is none
     */
    public CompletableFuture<String> fetch(URI document, Duration timeout) {
        return http.fetch(document, timeout);
    }

    /** Forgets addresses and connections: what is started from here on finds out anew where its servers are. */
    void refresh() {
        names.forget();
        clients.forgetConnections();
    }

    @Override
    public void close() {
        batches.forEach(Batch::stop);
        transport.close();
        clients.close();
        sockets.close();
    }
}
