package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import okhttp3.Dns;

/**
 * Tries checks once, many at the same time but never more than allowed, on threads of its own that end when they are idle.
 * Closing it ends whatever is under way.
 */
public final class SmokeProber implements AutoCloseable {
    private static final int LONGEST_DOCUMENT = 1 << 20;

    private final ProbeSettings settings;
    private final Clock clock;
    private final PinnedNames names;
    private final HttpTransport transport;
    private final SocketProbe sockets;
    private final GrpcProbe grpc;
    private final DnsProbe dns;
    private final HttpClients clients;
    private final ExecutorService threads = threads();
    private final Set<Batch> batches = ConcurrentHashMap.newKeySet();

    public SmokeProber(ProbeSettings settings, Clock clock) {
        this(settings, clock, ThisMachine.TLS, Dns.SYSTEM, null);
    }

    /** @param service what all requests are for */
    public SmokeProber(ProbeSettings settings, Clock clock, ServiceRoute service) {
        this(settings, clock, service.tls(), Dns.SYSTEM, service);
    }

    SmokeProber(ProbeSettings settings, Clock clock, ClientTls tls, Dns resolver, @CheckForNull ServiceRoute service) {
        this.settings = settings;
        this.clock = clock;
        names = new PinnedNames(resolver, settings.policy(), settings.proxy());
        clients = new HttpClients(threads, names, settings.proxy(), tls, settings.concurrency());
        DirectTransport direct = new DirectTransport(clients, names);
        transport = service == null ? direct : new ServiceTransport(service, direct);
        sockets = new SocketProbe(names, tls.sockets(null), clock);
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
        String id = check.credentialsId();
        CheckCredential credential = id == null ? null : settings.credentials().get(id);
        if (id != null && credential == null) {
            return CompletableFuture.supplyAsync(
                    () -> Attempt.failed(check, "credentials '" + id + "'", "no such credentials for this build"),
                    threads);
        }
        CompletableFuture<Attempt> attempt = check instanceof HttpCheck http
                ? CompletableFuture.supplyAsync(() -> samples(http, credential, new ArrayList<>()), threads)
                        .thenCompose(samples -> samples)
                : CompletableFuture.supplyAsync(() -> unchecked(() -> below(check, credential)), threads);
        return attempt.handle((over, problem) -> problem == null ? over : ProbeWords.failed(check, problem))
                .thenApply(over -> ProbeWords.masked(over, check, credential, settings.variables()));
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

    /** One sample after the other, so that they do not slow each other down. */
    private CompletableFuture<Attempt> samples(
            HttpCheck check, @CheckForNull CheckCredential credential, List<Long> millis) {
        HttpProbe probe = new HttpProbe(transport, clock, check, settings.variables(), credential);
        long start = System.nanoTime();
        return probe.send().thenCompose(answer -> {
            millis.add((System.nanoTime() - start) / 1_000_000);
            Mismatch mismatch = mismatch(check, answer).orElse(null);
            if (mismatch == null && millis.size() < check.demands().samples()) {
                return CompletableFuture.supplyAsync(() -> samples(check, credential, millis), threads)
                        .thenCompose(rest -> rest);
            }
            return CompletableFuture.completedFuture(attempt(check, answer, mismatch, millis));
        });
    }

    private Optional<Mismatch> mismatch(HttpCheck check, Answer answer) {
        return check.demands().expectations().stream()
                .flatMap(expectation -> expectation.bound(settings.variables()).check(answer).stream())
                .findFirst();
    }

    private static Attempt attempt(HttpCheck check, Answer answer, @CheckForNull Mismatch mismatch, List<Long> millis) {
        Mismatch first = mismatch == null
                ? check.demands().latency().check(new Latencies(millis)).orElse(null)
                : mismatch;
        Map<String, String> extracted = new HashMap<>();
        if (first == null) {
            check.extracts().forEach(extract -> extracted.put(extract.name(), extract.from(answer)));
        }
        return new Attempt(check.name(), first, millis, extracted);
    }

    /**
     * Reads a document of at most a mebibyte from where it is published, by the policy on hosts.
     *
     * @throws ProbeException telling why there is none
     */
    public CompletableFuture<String> fetch(URI document, Duration timeout) {
        HttpCall call =
                new HttpCall("GET", document, Map.of(), null, HttpCall.HttpVersion.ANY, HttpCall.Redirects.FOLLOW);
        HttpDemands demands = new HttpDemands(
                List.of(new Expectation.Status(List.of(new StatusRange(200, 299)))),
                new LatencyLimits(0, 0, 0, 0),
                TlsLimits.NONE,
                1);
        HttpCheck check = new HttpCheck("document", call, demands, List.of(), null, timeout);
        HttpProbe probe = new HttpProbe(transport, clock, check, Map.of(), null);
        return CompletableFuture.supplyAsync(probe::send, threads)
                .thenCompose(answer -> answer)
                .handle((answer, problem) -> {
                    Mismatch mismatch = problem == null
                            ? mismatch(check, answer).orElse(null)
                            : ProbeWords.failed(check, problem).mismatch();
                    if (mismatch != null) {
                        throw new ProbeException(mismatch.toString());
                    }
                    if (answer.body().length() >= LONGEST_DOCUMENT) {
                        throw new ProbeException("a document of more than 1 MiB");
                    }
                    return answer.body();
                });
    }

    @Override
    public void close() {
        batches.forEach(Batch::stop);
        transport.close();
        clients.close();
        sockets.close();
    }
}
