package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus as it is installed on this machine, on the loopback interface, with the recorded series. */
final class RealPrometheus implements AutoCloseable {
    private final Process process;
    private final URI url;

    static boolean missing() {
        return List.of("prometheus", "promtool").stream()
                .anyMatch(tool -> !Files.isExecutable(Path.of("/usr/bin", tool)));
    }

    RealPrometheus(Path directory) throws IOException, InterruptedException {
        Path series = Files.writeString(directory.resolve("series.txt"), RecordedSeries.openMetrics());
        Path data = directory.resolve("data");
        run(
                directory,
                "/usr/bin/promtool",
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                series.toString(),
                data.toString());
        Path config = Files.writeString(directory.resolve("prometheus.yml"), "global: {}\n");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = URI.create("http://127.0.0.1:" + port);
        process = new ProcessBuilder(
                        "/usr/bin/prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + data,
                        "--storage.tsdb.retention.time=100y",
                        "--web.listen-address=127.0.0.1:" + port,
                        "--web.console.templates=" + directory,
                        "--web.console.libraries=" + directory)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        awaitReady(directory);
    }

    URI url() {
        return url;
    }

    private void awaitReady(Path directory) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(url.resolve("/-/ready")).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        close();
        throw new IllegalStateException(
                "Prometheus did not start: " + Files.readString(directory.resolve("prometheus.log")));
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        Path log = directory.resolve("promtool.log");
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            tool.destroyForcibly();
            throw new IllegalStateException("promtool failed: " + Files.readString(log));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
