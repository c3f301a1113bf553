package com.example.storefront.web;

import com.example.storefront.Drill;
import com.example.storefront.Settings;
import com.example.storefront.database.Database;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** The listening server: routes, counts, and drains before it stops. */
public final class Server {

    private static final int THREADS = 16;
    private static final int MAX_BODY = 64 * 1024;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Phaser running = new Phaser(1);
    private final Metrics metrics = new Metrics();
    private final String version;
    private final Drill drill;
    private final Database database;
    private final Api api;
    private volatile boolean draining;

    private Server(Settings settings, Database database, Api api) throws IOException {
        this.version = settings.version();
        this.drill = settings.drill();
        this.database = database;
        this.api = api;
        this.http = HttpServer.create(new InetSocketAddress(settings.port()), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
    }

    /** Starts to listen. */
    public static Server start(Settings settings, Database database, Api api) throws IOException {
        Server server = new Server(settings, database, api);
        server.http.start();
        return server;
    }

    /** Where it listens. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Turns readiness off, lets running requests finish, and stops; waits {@code limit} at most. */
    public void stop(Duration limit) {
        draining = true;
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.err.println("Requests were still running after " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        running.register();
        try {
            Response response = answer(exchange);
            send(exchange, response);
            if (isCustomers(exchange)) {
                metrics.answered(
                        exchange.getRequestMethod(), response.status(), Duration.ofNanos(System.nanoTime() - start));
            }
        } finally {
            running.arriveAndDeregister();
        }
    }

    /** Probes and scrapes say nothing about how customers are served. */
    private static boolean isCustomers(HttpExchange exchange) {
        return switch (exchange.getRequestURI().getPath()) {
            case "/healthz", "/readyz", "/metrics" -> false;
            default -> true;
        };
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            return switch (path) {
                case "/healthz" -> Response.text(200, "ok\n");
                case "/readyz" -> readiness();
                case "/version" -> Response.json(200, Map.of("app", "storefront", "version", version));
                case "/metrics" -> metrics.scrape();
                default -> path.startsWith("/api/") ? api(exchange, path) : Pages.page(path);
            };
        } catch (SQLException e) {
            System.err.println("Database: " + e.getMessage());
            return Response.error(503, "the database does not answer");
        }
    }

    private Response api(HttpExchange exchange, String path) throws IOException, SQLException {
        if (drill.latency().toMillis() > 0) {
            LockSupport.parkNanos(drill.latency().toNanos());
        }
        if (drill.nextFails()) {
            return Response.error(500, "FAULT_ERROR_RATE is set: this request fails on purpose");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        return body.length > MAX_BODY
                ? Response.error(413, "too large")
                : api.answer(Request.of(exchange.getRequestMethod(), path, body));
    }

    private Response readiness() {
        if (draining) {
            return Response.text(503, "draining\n");
        }
        if (drill.neverReady()) {
            return Response.text(503, "FAULT_NEVER_READY is set: this release is never ready\n");
        }
        return database.ready() ? Response.text(200, "ready\n") : Response.text(503, "the database is not migrated\n");
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", response.type());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        // Whoever leaves the rest of a request unread closes a connection that the client wants to use again.
        exchange.getRequestBody().close();
        if ("HEAD".equals(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(response.status(), response.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(response.body());
        }
    }
}
