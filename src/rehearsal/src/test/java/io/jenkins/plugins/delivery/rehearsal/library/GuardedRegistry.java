package io.jenkins.plugins.delivery.rehearsal.library;

import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry on this machine that lets in who has the token, and gives the token to who has the password. */
final class GuardedRegistry implements AutoCloseable {
    static final String PASSWORD = "p\"w\\d";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("ci:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN = "a-token";

    private final Vertx vertx = Vertx.vertx();
    private final ImageRegistry registry;
    private final HttpServer door;
    private final HttpClient client = vertx.createHttpClient();
    private final AtomicInteger pushes = new AtomicInteger();

    GuardedRegistry(Path folder) throws Exception {
        registry = new ImageRegistry(vertx, folder);
        door = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    String address() {
        return "127.0.0.1:" + door.actualPort();
    }

    /** How many manifests were pushed. */
    int pushes() {
        return pushes.get();
    }

    private void answer(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (request.path().equals("/token")) {
            boolean known = LOGIN.equals(authorization);
            request.response().setStatusCode(known ? 200 : 401).end(known ? "{\"token\": \"" + TOKEN + "\"}" : "{}");
        } else if (("Bearer " + TOKEN).equals(authorization)) {
            request.body().onSuccess(body -> forward(request, body));
        } else {
            String challenge =
                    "Bearer realm=\"http://" + address() + "/token\",service=\"here\",scope=\"repository:shop:pull\"";
            request.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", challenge)
                    .end();
        }
    }

    private void forward(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.PUT) && request.path().contains("/manifests/")) {
            pushes.incrementAndGet();
        }
        RequestOptions inside = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI("http://" + registry.address() + request.uri());
        client.request(inside)
                .compose(forwarded -> {
                    copy(request, forwarded.headers(), "Accept");
                    copy(request, forwarded.headers(), "Content-Type");
                    return forwarded.send(body);
                })
                .onSuccess(answer -> answer.body().onSuccess(content -> {
                    request.response().setStatusCode(answer.statusCode());
                    for (String name : new String[] {"Content-Type", "Docker-Content-Digest", "Location", "Range"}) {
                        if (answer.getHeader(name) != null) {
                            request.response().putHeader(name, answer.getHeader(name));
                        }
                    }
                    request.response().end(content);
                }))
                .onFailure(failure -> request.response().setStatusCode(502).end());
    }

    private static void copy(HttpServerRequest request, MultiMap headers, String name) {
        if (request.getHeader(name) != null) {
            headers.set(name, request.getHeader(name));
        }
    }

    @Override
    public void close() throws IOException {
        registry.close();
        vertx.close();
    }
}
