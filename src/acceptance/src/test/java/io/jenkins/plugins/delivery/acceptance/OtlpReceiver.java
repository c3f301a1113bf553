package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What collects telemetry over OTLP/HTTP: spans as the plugin opentelemetry sends them, log records as we do. */
final class OtlpReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Span> spans = new ArrayList<>();
    private final List<JsonNode> records = new ArrayList<>();

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", answering(this::traces));
        server.createContext("/v1/logs", answering(this::logs));
        server.start();
    }

    private synchronized void traces(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                .getResourceSpansList()
                .forEach(resource -> resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
        notifyAll();
    }

    private synchronized void logs(HttpExchange exchange) throws IOException {
        if ("Bearer collector-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            records.addAll(JSON.readTree(exchange.getRequestBody()).findValues("logRecords"));
        }
    }

    private static HttpHandler answering(HttpHandler taking) {
        return exchange -> {
            taking.handle(exchange);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        };
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The first span that is so, once it has come. */
    synchronized Span span(Predicate<Span> wanted, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (spans.stream().noneMatch(wanted)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AcceptanceException("No such span among "
                        + spans.stream().map(Span::getName).toList());
            }
            wait(left);
        }
        return spans.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Those of every request with the token, in their order. */
    synchronized List<JsonNode> records() {
        List<JsonNode> all = new ArrayList<>();
        records.forEach(some -> some.forEach(all::add));
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
