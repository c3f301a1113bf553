package io.jenkins.plugins.delivery.engine.smoke;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Tries checks once, many at the same time but never more than allowed. HTTP requests hold no thread while they wait.
 */
public final class SmokeProber {
    private final HttpClient client;
    private final Executor blocking;
    private final HostPolicy policy;
    private final Map<String, String> authorizations;
    private final SocketProbe sockets;

    /**
     * @param client must not follow redirects itself: each hop is held to the policy; its TLS context serves all checks
     * @param blocking runs checks below HTTP, which hold a thread each
     * @param authorizations value of the {@code Authorization} header by credentials id; never stored or shown
     */
    public SmokeProber(
            HttpClient client, Executor blocking, HostPolicy policy, Map<String, String> authorizations, Clock clock) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The client must leave redirects to us.");
        }
        this.client = client;
        this.blocking = blocking;
        this.policy = policy;
        this.authorizations = Map.copyOf(authorizations);
        this.sockets = new SocketProbe(policy, client.sslContext().getSocketFactory(), clock);
    }

    /**
     * Tries each check once.
     *
     * @param concurrency how many at the same time, at least 1
     * @return one attempt a check, in any order; never fails, as a failure is an attempt that did not pass
     */
    public CompletableFuture<List<Attempt>> probe(List<Check> checks, int concurrency) {
        Batch batch = new Batch(checks);
        for (int i = 0; i < Math.min(concurrency, checks.size()); i++) {
            batch.next();
        }
        return batch.done;
    }

    /** The checks that wait, and the attempts that are over. */
    private final class Batch {
        private final Queue<Check> waiting;
        private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
        private final int total;
        private final CompletableFuture<List<Attempt>> done = new CompletableFuture<>();

        Batch(List<Check> checks) {
            waiting = new ArrayDeque<>(checks);
            total = checks.size();
            if (total == 0) {
                done.complete(List.of());
            }
        }

        void next() {
            Check check;
            synchronized (waiting) {
                check = waiting.poll();
            }
            if (check == null || done.isDone()) {
                return;
            }
            started(check).whenCompleteAsync((attempt, problem) -> over(check, attempt, problem), blocking);
        }

        private void over(Check check, Attempt attempt, Throwable problem) {
            attempts.add(problem == null ? attempt : failed(check, problem));
            if (attempts.size() == total) {
                done.complete(List.copyOf(attempts));
            } else {
                next();
            }
        }
    }

    private CompletableFuture<Attempt> started(Check check) {
        try {
            return attempt(check);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Attempt> attempt(Check check) {
        if (check instanceof HttpCheck http) {
            return samples(http, new ArrayList<>());
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return below(check);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                blocking);
    }

    private Attempt below(Check check) throws IOException {
        if (check instanceof TcpCheck tcp) {
            return sockets.tcp(tcp);
        }
        return check instanceof TlsCheck tls ? sockets.tls(tls) : sockets.dns((DnsCheck) check);
    }

    /** One sample after the other, so that they do not slow each other down. */
    private CompletableFuture<Attempt> samples(HttpCheck check, List<Long> millis) {
        long start = System.nanoTime();
        String id = check.credentialsId();
        String authorization = id == null ? null : authorizations.get(id);
        if (id != null && authorization == null) {
            return CompletableFuture.completedFuture(
                    Attempt.failed(check, "credentials '" + id + "'", "no such credentials for this build"));
        }
        return new HttpProbe(client, policy, check, authorization)
                .send()
                .thenComposeAsync(
                        answer -> {
                            millis.add((System.nanoTime() - start) / 1_000_000);
                            Optional<Mismatch> mismatch = check.expectations().stream()
                                    .flatMap(expectation -> expectation.check(answer).stream())
                                    .findFirst();
                            if (mismatch.isEmpty() && millis.size() < check.samples()) {
                                return samples(check, millis);
                            }
                            Mismatch first = mismatch.or(() -> check.latency().check(new Latencies(millis)))
                                    .orElse(null);
                            return CompletableFuture.completedFuture(new Attempt(check.name(), first, millis));
                        },
                        blocking);
    }

    private static Attempt failed(Check check, Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Attempt.failed(check, expected(check), words(check, cause));
    }

    private static String expected(Check check) {
        if (check instanceof HttpCheck http) {
            return "an answer to " + http.method() + " " + http.uri();
        }
        if (check instanceof TcpCheck tcp) {
            return "a connection to " + tcp.host() + ":" + tcp.port();
        }
        return check instanceof TlsCheck tls
                ? "a TLS handshake with " + tls.host() + ":" + tls.port()
                : "an address of " + check.host();
    }

    private static String words(Check check, Throwable problem) {
        if (problem instanceof HttpTimeoutException || problem instanceof SocketTimeoutException) {
            return "none within " + check.requestTimeout().toMillis() + " ms";
        }
        if (problem instanceof UnknownHostException || problem.getCause() instanceof UnresolvedAddressException) {
            return "no address of " + check.host();
        }
        if (problem instanceof ConnectException) {
            return "connection refused";
        }
        String message = problem.getMessage();
        boolean own = problem instanceof ProbeException;
        return own ? message : problem.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
