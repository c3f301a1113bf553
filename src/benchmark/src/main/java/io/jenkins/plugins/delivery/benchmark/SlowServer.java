package io.jenkins.plugins.delivery.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;

/** Answers every request after the same time, however many come at once. */
final class SlowServer implements AutoCloseable {
    private static final String BODY = "{\"status\": \"up\", \"items\": [1, 2, 3]}";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;

    SlowServer(long latencyMillis) {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    Runnable answer = () -> request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(BODY);
                    if (latencyMillis > 0) {
                        vertx.setTimer(latencyMillis, timer -> answer.run());
                    } else {
                        answer.run();
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
