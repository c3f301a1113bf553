package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All addresses at which Services, Ingresses and HTTPRoutes are reachable. Thread-safe. */
public final class Fronts implements AutoCloseable {
    private final Vertx vertx;
    private final HttpClient client;
    private final TrafficLog log = new TrafficLog();
    private final TrafficFaults faults = new TrafficFaults();
    private final Map<FrontKey, Listener> listeners = new ConcurrentHashMap<>();
    private volatile RoutingTable table = RoutingTable.EMPTY;

    private record Listener(int port, HttpServer server) {}

    /** {@code vertx} must not be that of a caller of {@link #open}, who waits. */
    public Fronts(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setConnectTimeout(2000)
                        .setIdleTimeout(30),
                new PoolOptions().setHttp1MaxSize(256));
    }

    /** Where this can be reached; listens from now on. */
    public String open(FrontKey key) {
        return "http://127.0.0.1:" + listeners.computeIfAbsent(key, this::listen).port;
    }

    /** Where this can be reached, if it exists. */
    public Optional<String> url(FrontKey key) {
        return Optional.ofNullable(listeners.get(key)).map(listener -> "http://127.0.0.1:" + listener.port);
    }

    /** Whether a request would reach a pod now. */
    public boolean serves(FrontKey key) {
        return table.share(key, backend -> true) > 0;
    }

    /** Waits until it listens, so that whoever is told the address can use it at once. */
    private Listener listen(FrontKey key) {
        Front front = new Front(key, vertx, client, () -> table, log, faults, this::badShare);
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(0).setHttp2ClearTextEnabled(false);
        try {
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(Fronts::letGo)
                    .requestHandler(front::receive)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            return new Listener(server.actualPort(), server);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The proxy cannot listen on 127.0.0.1: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the proxy starts", e);
        }
    }

    /** A client that resets its connection is nothing to write home about. */
    private static void letGo(HttpConnection connection) {
        connection.exceptionHandler(reset -> {});
    }

    private double badShare() {
        return faults.current()
                .map(fault -> table.share(fault.front(), fault.concerned()))
                .orElse(0.0);
    }

    /** From now on requests go where the table says. */
    void route(RoutingTable next) {
        table = next;
    }

    public TrafficLog log() {
        return log;
    }

    public TrafficFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        listeners.values().forEach(listener -> listener.server.close());
        client.close();
    }
}
