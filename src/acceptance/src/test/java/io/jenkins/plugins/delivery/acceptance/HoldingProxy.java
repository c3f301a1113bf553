package io.jenkins.plugins.delivery.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between Jenkins and the cluster: passes on everything, and keeps an answer to itself where it is told to. */
final class HoldingProxy implements AutoCloseable {
    private static final String PROMETHEUS = "/prometheus";
    private static final Set<String> BETWEEN_TWO =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    /** @param path below the address of the proxy, with the query */
    record Call(String method, String path, String body) {
        String line() {
            return method + " " + path;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String cluster;
    private final String prometheus;
    private volatile HeldPhase held = HeldPhase.NONE;

    HoldingProxy(Cluster cluster) throws IOException {
        this.cluster = cluster.server().replaceFirst("/$", "");
        this.prometheus = cluster.prometheus();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the Prometheus of the cluster is, seen from here. */
    String prometheus() {
        return url() + PROMETHEUS;
    }

    /** What is held from now on; what is held already stays so. */
    HeldPhase hold(HeldPhase phase) {
        held = phase;
        return phase;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    new String(body, StandardCharsets.UTF_8));
            HeldPhase at = held;
            HttpResponse<byte[]> answer =
                    client.send(passedOn(exchange, call, body), HttpResponse.BodyHandlers.ofByteArray());
            if (at.answered(call)) {
                answer(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest passedOn(HttpExchange exchange, Call call, byte[] body) {
        String path = call.path();
        String to = path.startsWith(PROMETHEUS) ? prometheus + path.substring(PROMETHEUS.length()) : cluster + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to))
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!BETWEEN_TWO.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!BETWEEN_TWO.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        held.letGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
