package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Performs probes, really: an HTTP request, a connection, or a program. A failed future says why. */
final class Probes {
    private static final String HOST = "127.0.0.1";

    private final Vertx vertx;
    private final HttpClient http;
    private final NetClient net;

    Probes(Vertx vertx) {
        this.vertx = vertx;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        this.net = vertx.createNetClient(new NetClientOptions().setConnectTimeout(1000));
    }

    Future<Void> perform(Probe probe, PodPorts ports) {
        int seconds = probe.getTimeoutSeconds() == null ? 1 : probe.getTimeoutSeconds();
        if (probe.getHttpGet() != null) {
            return get(probe.getHttpGet(), ports, seconds);
        }
        if (probe.getTcpSocket() != null) {
            OptionalInt port = ports.real(probe.getTcpSocket().getPort());
            return port.isEmpty() ? unknownPort() : connect(port.getAsInt());
        }
        if (probe.getExec() != null) {
            return run(probe.getExec().getCommand(), seconds);
        }
        return Future.failedFuture(
                "the embedded cluster performs httpGet, tcpSocket and exec probes, this one is another");
    }

    /** One request; any status from 200 to 399 is good. */
    Future<Void> get(HTTPGetAction action, PodPorts ports, int seconds) {
        OptionalInt port = ports.real(action.getPort());
        if (port.isEmpty()) {
            return unknownPort();
        }
        String path = action.getPath() == null ? "/" : action.getPath();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + HOST + ":" + port.getAsInt() + path))
                .timeout(Duration.ofSeconds(seconds))
                .header("User-Agent", "kube-probe/1.34");
        if (action.getHttpHeaders() != null) {
            action.getHttpHeaders().stream()
                    .filter(header -> !header.getName().equalsIgnoreCase("Host"))
                    .forEach(header -> request.header(header.getName(), header.getValue()));
        }
        return Future.fromCompletionStage(http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()))
                .map(HttpResponse::statusCode)
                .compose(code -> code >= 200 && code < 400
                        ? Future.succeededFuture()
                        : Future.failedFuture("HTTP probe failed with statuscode: " + code));
    }

    Future<Void> connect(int port) {
        return net.connect(port, HOST).compose(NetSocket::close);
    }

    private static Future<Void> unknownPort() {
        return Future.failedFuture("the pod has no such port");
    }

    /** Runs a program of this machine; exit code 0 is good. */
    Future<Void> run(List<String> command, int seconds) {
        Callable<Void> call = () -> {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("command timed out after " + seconds + "s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("command exited with " + process.exitValue());
            }
            return null;
        };
        return vertx.executeBlocking(call, false);
    }

    /** Completes as soon as the port accepts connections; fails when {@code giveUp} does or after the time-out. */
    Future<Void> listening(int port, Future<?> giveUp, long timeoutMillis) {
        Promise<Void> promise = Promise.promise();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        attempt(port, giveUp, deadline, promise);
        return promise.future();
    }

    private void attempt(int port, Future<?> giveUp, long deadline, Promise<Void> promise) {
        if (giveUp.isComplete()) {
            promise.tryFail("the process ended before it listened");
            return;
        }
        connect(port).onSuccess(promise::tryComplete).onFailure(refused -> {
            if (System.nanoTime() > deadline) {
                promise.tryFail("nothing listens on the port that the variable PORT names");
            } else {
                vertx.setTimer(20, any -> attempt(port, giveUp, deadline, promise));
            }
        });
    }
}
