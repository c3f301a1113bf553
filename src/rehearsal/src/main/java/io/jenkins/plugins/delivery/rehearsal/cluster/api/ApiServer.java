package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The API over plain HTTP on the loopback interface. */
public final class ApiServer implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(ApiServer.class.getName());

    private final Vertx vertx;
    private final ObjectStore store = new ObjectStore();
    private final ResourceTypes types = new ResourceTypes();
    private final ApiFaults faults = new ApiFaults();
    private final AccessReview access = new AccessReview();
    private final Discovery discovery = new Discovery(types);
    private final Machinery machinery;
    private final ApiVerbs verbs;
    private final HttpServer server;
    private volatile ServiceProxy services;

    /** Starts a server that stores objects as they come. */
    public ApiServer(Vertx vertx, Clock clock, PodLogs logs) {
        this(vertx, clock, logs, object -> {});
    }

    /**
     * Starts a server on a free port.
     *
     * @param clock tells the times that objects carry
     * @param admission completes each object that is written
     */
    public ApiServer(Vertx vertx, Clock clock, PodLogs logs, Consumer<ObjectNode> admission) {
        this.vertx = vertx;
        this.machinery = new Machinery(store, types, clock, admission);
        this.verbs = new ApiVerbs(store, machinery, logs);
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .addWebSocketSubProtocol("v4.channel.k8s.io")
                .addWebSocketSubProtocol("v5.channel.k8s.io")
                .setCompressionSupported(false);
        this.server = await(
                vertx.createHttpServer(options).requestHandler(this::receive).listen());
    }

    /** From here on requests reach Services through the API. */
    public void reach(ServiceAddresses addresses) {
        services = new ServiceProxy(vertx, addresses);
    }

    /** Where clients find the API. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The objects, for the controllers of this process. */
    public ClusterObjects objects() {
        return new ClusterObjects(store, types, machinery);
    }

    public ApiFaults faults() {
        return faults;
    }

    public AccessReview access() {
        return access;
    }

    @Override
    public void close() {
        await(server.close());
    }

    private void receive(HttpServerRequest request) {
        boolean webSocket = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        if (webSocket) {
            handle(request, "");
            return;
        }
        request.body().onSuccess(body -> handle(request, body)).onFailure(failure -> request.connection()
                .close());
    }

    private void handle(HttpServerRequest request, Buffer body) {
        ServiceProxy proxy = services;
        try {
            if (proxy != null && proxy.handle(request, body)) {
                return;
            }
        } catch (ApiException e) {
            answer(request.response(), e.code(), e.status());
            return;
        }
        handle(request, body.toString());
    }

    private void handle(HttpServerRequest request, String body) {
        try {
            if (request.path().equals(AccessReview.PATH)) {
                answer(request.response(), 201, access.answer(Json.parseObject(body)));
                return;
            }
            Optional<ApiCall> call = ApiCall.parse(
                    types,
                    request.method().name(),
                    request.uri(),
                    Objects.toString(request.getHeader("Content-Type"), ""),
                    body,
                    Objects.toString(request.getHeader("User-Agent"), ""));
            if (call.isPresent()) {
                handle(request, call.get());
            } else {
                answer(
                        request.response(),
                        200,
                        discovery
                                .answer(request.uri())
                                .orElseThrow(() -> new ApiException(
                                        404,
                                        "NotFound",
                                        "the server could not find the requested resource: " + request.path())));
            }
        } catch (ApiException e) {
            answer(request.response(), e.code(), e.status());
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The embedded API failed: " + request.uri(), e);
            answer(request.response(), 500, new ApiException(500, "InternalError", e.toString()).status());
        }
    }

    private void handle(HttpServerRequest request, ApiCall call) {
        Optional<ApiFaults.Fault> fault = faults.next(call.verb(), call.resource(), call.objectName());
        if (fault.isPresent()) {
            fail(request, fault.get());
            return;
        }
        access.check(call);
        if (call.watches()) {
            watch(request, call);
            return;
        }
        ApiVerbs.Answer answer = verbs.carryOut(call);
        if (answer.json().isMissingNode()) {
            request.response().putHeader("Content-Type", "text/plain").end(answer.text());
        } else {
            answer(request.response(), answer.code(), answer.json());
        }
    }

    private static void fail(HttpServerRequest request, ApiFaults.Fault fault) {
        switch (fault) {
            case TIMEOUT -> {
                // No answer: the client's own time-out must end it.
            }
            case RESET -> request.connection().close();
            case THROTTLED -> {
                request.response().putHeader("Retry-After", "1");
                throw fault.exception();
            }
            default -> throw fault.exception();
        }
    }

    private static void answer(HttpServerResponse response, int code, JsonNode json) {
        response.setStatusCode(code)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(json));
    }

    private void watch(HttpServerRequest request, ApiCall call) {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            request.toWebSocket().onSuccess(socket -> watch(socket, call));
            return;
        }
        HttpServerResponse response = request.response().setChunked(true).putHeader("Content-Type", "application/json");
        io.vertx.core.Context context = vertx.getOrCreateContext();
        Watch watch = new Watch(call, line -> context.runOnContext(any -> response.write(line)));
        watch.start(store);
        response.write(Buffer.buffer());
        endAfter(call, () -> response.end());
        response.closeHandler(any -> store.forget(watch));
    }

    private void watch(ServerWebSocket socket, ApiCall call) {
        io.vertx.core.Context context = vertx.getOrCreateContext();
        Watch watch = new Watch(call, line -> context.runOnContext(any -> socket.writeTextMessage(line)));
        socket.closeHandler(any -> store.forget(watch));
        endAfter(call, () -> socket.close());
        watch.start(store);
    }

    private void endAfter(ApiCall call, Runnable end) {
        String seconds = call.parameter("timeoutSeconds");
        if (!seconds.isEmpty()) {
            vertx.setTimer(Math.max(1, Long.parseLong(seconds) * 1000), any -> end.run());
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded API starts or stops", e);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new IllegalStateException("The embedded API cannot listen on 127.0.0.1: " + e.getMessage(), e);
        }
    }
}
