package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.QuietTime;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficLog;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A Prometheus on the loopback interface: scrapes what the proxies count, and pods that offer metrics of their own, every five virtual seconds (every minute when
 * nothing happens), and answers {@code query}, {@code query_range} and {@code format_query} below {@code /api/v1/}.
 *
 * <p>Source of the format: Prometheus documentation, "HTTP API".
 */
public final class MetricsServer implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration QUIET_INTERVAL = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    private final VirtualClock clock;
    private final TrafficLog log;
    private final QuietTime quiet;
    private final SeriesStore store = new SeriesStore();
    private final PodMetrics pods;
    private final HttpServer server;
    private final AtomicInteger faulted = new AtomicInteger();
    private volatile Optional<MetricsFault> fault = Optional.empty();
    private volatile Optional<Instant> firstQuery = Optional.empty();
    private volatile Optional<Cancellable> next = Optional.empty();
    private volatile boolean closed;

    /** @param pods which pods offer metrics of their own, asked anew each time */
    public MetricsServer(
            Vertx vertx, VirtualClock clock, TrafficLog log, QuietTime quiet, Supplier<List<ScrapeTarget>> pods) {
        this.clock = clock;
        this.pods = new PodMetrics(clock, store, pods);
        this.log = log;
        this.quiet = quiet;
        try {
            this.server = vertx.createHttpServer(
                            new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                    .requestHandler(this::receive)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The embedded Prometheus cannot listen on 127.0.0.1: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded Prometheus starts", e);
        }
        schedule();
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    public void fail(MetricsFault how) {
        fault = Optional.of(how);
    }

    /** How many queries went wrong because they were told to. */
    public int faulted() {
        return faulted.get();
    }

    private void schedule() {
        if (!closed) {
            next = Optional.of(clock.scheduleBackground(quiet.stretch(INTERVAL, QUIET_INTERVAL), this::scrape));
        }
    }

    private void scrape() {
        Instant now = clock.instant();
        new Scrape(log).into(store, now);
        pods.scrape(now);
        schedule();
    }

    private void receive(HttpServerRequest request) {
        switch (request.path()) {
            case "/-/ready", "/-/healthy" -> request.response().end("Prometheus is Ready.\n");
            case "/api/v1/query" -> withForm(request, this::query);
            case "/api/v1/query_range" -> withForm(request, this::range);
            case "/api/v1/format_query" -> withForm(request, MetricsServer::format);
            case "/api/v1/status/buildinfo" -> {
                ObjectNode answer = JSON.createObjectNode().put("status", "success");
                answer.putObject("data").put("version", "3.0.0-rehearsal");
                send(request, 200, answer);
            }
            default -> error(request, 404, "not_found", "not offered by the embedded Prometheus: " + request.path());
        }
    }

    private static void withForm(HttpServerRequest request, Consumer<HttpServerRequest> then) {
        if (request.method().equals(HttpMethod.POST)) {
            request.setExpectMultipart(true);
            request.end().onSuccess(any -> then.accept(request));
        } else {
            then.accept(request);
        }
    }

    /** Reads the query and does not compute it: nobody has asked for data yet. */
    private static void format(HttpServerRequest request) {
        String query = parameter(request, "query");
        try {
            Parser.parse(query);
            send(request, 200, JSON.createObjectNode().put("status", "success").put("data", query));
        } catch (PromqlException e) {
            error(request, 400, "bad_data", e.getMessage());
        }
    }

    private static String parameter(HttpServerRequest request, String name) {
        String posted = request.formAttributes() == null ? null : request.getFormAttribute(name);
        return posted == null ? request.getParam(name, "") : posted;
    }

    private void query(HttpServerRequest request) {
        answer(request, "vector", expression -> {
            Instant at = time(parameter(request, "time"));
            return Answers.instant(new Evaluator(store, at).evaluate(expression), at);
        });
    }

    private void range(HttpServerRequest request) {
        answer(
                request,
                "matrix",
                expression -> Answers.range(
                        at -> new Evaluator(store, at).evaluate(expression),
                        time(parameter(request, "start")),
                        time(parameter(request, "end")),
                        step(parameter(request, "step"))));
    }

    private void answer(HttpServerRequest request, String type, Function<Expression, ObjectNode> computed) {
        quiet.disturb();
        if (firstQuery.isEmpty()) {
            firstQuery = Optional.of(clock.instant());
        }
        Optional<MetricsFault.Answer> wrong = fault.filter(this::isNow).map(MetricsFault::answer);
        if (wrong.isPresent()) {
            faulted.incrementAndGet();
            fail(request, type, wrong.get());
            return;
        }
        try {
            send(request, 200, computed.apply(Parser.parse(parameter(request, "query"))));
        } catch (PromqlException e) {
            error(request, 400, "bad_data", e.getMessage());
        }
    }

    private static Duration step(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0) {
                return Duration.ofMillis(Math.round(seconds * 1000));
            }
        } catch (NumberFormatException e) {
            return Durations.parse(text);
        }
        throw new PromqlException("zero or negative query resolution step widths are not accepted");
    }

    private boolean isNow(MetricsFault rule) {
        Instant begin = firstQuery.orElseThrow().plus(rule.from());
        return !clock.instant().isBefore(begin) && clock.instant().isBefore(begin.plus(rule.length()));
    }

    private void fail(HttpServerRequest request, String type, MetricsFault.Answer answer) {
        switch (answer) {
            case TIMEOUT -> {
                // No answer: the client's own time-out must end it.
            }
            case RESET -> request.connection().close();
            case UNAVAILABLE -> error(request, 503, "unavailable", "injected by the scenario");
            case EMPTY -> send(request, 200, Answers.empty(type));
            case NAN -> send(request, 200, Answers.nan(type, clock.instant()));
        }
    }

    private Instant time(String text) {
        if (text.isEmpty()) {
            return clock.instant();
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
            throw new PromqlException("invalid parameter \"time\": " + text);
        }
    }

    private static void error(HttpServerRequest request, int code, String type, String message) {
        send(
                request,
                code,
                JSON.createObjectNode()
                        .put("status", "error")
                        .put("errorType", type)
                        .put("error", message));
    }

    private static void send(HttpServerRequest request, int code, ObjectNode answer) {
        request.response()
                .setStatusCode(code)
                .putHeader("Content-Type", "application/json")
                .end(answer.toString());
    }

    @Override
    public void close() {
        closed = true;
        next.ifPresent(Cancellable::cancel);
        server.close();
    }
}
