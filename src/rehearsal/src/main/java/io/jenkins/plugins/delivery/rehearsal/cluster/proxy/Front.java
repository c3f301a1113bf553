package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import io.jenkins.plugins.delivery.rehearsal.cluster.pod.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One address of the loopback interface: chooses a pod for each request, passes it on, and counts the answer. */
final class Front {
    static final String POD = "X-Rehearsal-Pod";
    static final String VERSION = "X-Rehearsal-Version";
    static final String IMAGE = "X-Rehearsal-Image";
    /** On answers that the proxy gives because no pod did. */
    static final String LOST = "X-Rehearsal-Lost";

    private static final String DELAY = "X-Rehearsal-Delay-Millis";
    private static final int ATTEMPTS = 3;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final FrontKey key;
    private final Vertx vertx;
    private final HttpClient client;
    private final Supplier<RoutingTable> table;
    private final TrafficLog log;
    private final TrafficFaults faults;
    private final Supplier<Double> badShare;
    private final Map<String, WeightedRoundRobin> turns = new ConcurrentHashMap<>();

    Front(
            FrontKey key,
            Vertx vertx,
            HttpClient client,
            Supplier<RoutingTable> table,
            TrafficLog log,
            TrafficFaults faults,
            Supplier<Double> badShare) {
        this.key = key;
        this.vertx = vertx;
        this.client = client;
        this.table = table;
        this.log = log;
        this.faults = faults;
        this.badShare = badShare;
    }

    void receive(HttpServerRequest request) {
        Optional<Rule> rule = rule(request);
        if (rule.isEmpty()) {
            boolean known = table.get().knows(key);
            lost(request.response(), known ? 404 : 503, known ? "no rule matches" : key + " does not exist");
            return;
        }
        Optional<Chosen> chosen = choose(rule.get(), request);
        if (chosen.isEmpty()) {
            lost(request.response(), 503, "no pod is ready");
            return;
        }
        Backend backend = chosen.get().backend();
        TrafficFaults.Effect effect = faults.next(backend, badShare.get());
        if (effect.error()) {
            request.resume();
            log.record(chosen.get(), request.method().name(), 500, effect.delay());
            mark(request.response(), backend).setStatusCode(500).end("failed by the scenario\n");
            return;
        }
        boolean retry = !key.kind().equals("Service") && !hasBody(request);
        pass(request, rule.get(), chosen.get(), effect.delay(), retry ? ATTEMPTS : 1);
    }

    private Optional<Rule> rule(HttpServerRequest request) {
        RequestFacts facts = facts(request);
        return table.get().rules(key).stream()
                .filter(rule -> rule.matches().test(facts))
                .findFirst();
    }

    private Optional<Chosen> choose(Rule rule, HttpServerRequest request) {
        RequestFacts facts = facts(request);
        WeightedRoundRobin turn = turns.computeIfAbsent(rule.id(), any -> new WeightedRoundRobin());
        Optional<Target> chosen = rule.choosers().stream()
                .map(chooser -> chooser.choose(facts))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> turn.choose(rule.targets()));
        return chosen.flatMap(target ->
                turn.choose(target).map(backend -> new Chosen(hop(rule, target.service(), backend), backend)));
    }

    private TrafficLog.Hop hop(Rule rule, String service, Backend backend) {
        boolean alternative = !rule.targets().get(0).service().equals(service);
        return new TrafficLog.Hop(key, service, alternative, backend.pod());
    }

    private static RequestFacts facts(HttpServerRequest request) {
        return new RequestFacts(
                request.method().name(),
                request.path(),
                name -> Optional.ofNullable(request.getHeader(name)),
                name -> Optional.ofNullable(request.getCookie(name)).map(cookie -> cookie.getValue()),
                name -> Optional.ofNullable(request.getParam(name)));
    }

    private void pass(HttpServerRequest request, Rule rule, Chosen chosen, Duration delay, int attempts) {
        Backend backend = chosen.backend();
        long begin = System.nanoTime();
        if (hasBody(request)) {
            request.pause();
        }
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost("127.0.0.1")
                .setPort(backend.port())
                .setURI(request.uri());
        Deadline.within(vertx, vertx.getOrCreateContext(), PATIENCE_MILLIS, () -> client.request(options)
                        .compose(upstream -> send(request, upstream)))
                .onSuccess(answer -> answer(request, chosen, answer, begin, delay))
                .onFailure(failure -> {
                    Optional<Chosen> other = attempts > 1 ? choose(rule, request) : Optional.empty();
                    if (other.isPresent()) {
                        pass(request, rule, other.get(), delay, attempts - 1);
                    } else {
                        log.record(chosen, request.method().name(), 502, Duration.ofNanos(System.nanoTime() - begin));
                        lost(
                                mark(request.response(), backend),
                                502,
                                "pod " + backend.pod() + ": " + failure.getMessage());
                    }
                });
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && !length.equals("0") || request.getHeader("Transfer-Encoding") != null;
    }

    private static Future<HttpClientResponse> send(HttpServerRequest request, HttpClientRequest upstream) {
        request.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                upstream.headers().add(name, value);
            }
        });
        upstream.putHeader("X-Forwarded-For", "127.0.0.1").putHeader("X-Forwarded-Proto", "http");
        return hasBody(request) ? upstream.send(request) : upstream.send();
    }

    private void answer(
            HttpServerRequest request, Chosen chosen, HttpClientResponse upstream, long begin, Duration delay) {
        HttpServerResponse response = mark(request.response(), chosen.backend()).setStatusCode(upstream.statusCode());
        upstream.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                response.headers().add(name, value);
            }
        });
        if (upstream.getHeader("Content-Length") == null) {
            response.setChunked(true);
        }
        if (!delay.isZero()) {
            response.putHeader(DELAY, Long.toString(delay.toMillis()));
        }
        Delivery.of(upstream, response).onComplete(delivered -> {
            Duration duration = Duration.ofNanos(System.nanoTime() - begin).plus(delay);
            log.record(chosen, request.method().name(), delivered.succeeded() ? upstream.statusCode() : 502, duration);
            if (delivered.failed() || !delivered.result()) {
                upstream.request().reset();
                request.connection().close();
            }
        });
    }

    private static HttpServerResponse mark(HttpServerResponse response, Backend backend) {
        return response.putHeader(POD, backend.pod())
                .putHeader(VERSION, backend.version())
                .putHeader(IMAGE, backend.image());
    }

    private static void lost(HttpServerResponse response, int code, String why) {
        response.setStatusCode(code).putHeader(LOST, why).end(why + "\n");
    }
}
