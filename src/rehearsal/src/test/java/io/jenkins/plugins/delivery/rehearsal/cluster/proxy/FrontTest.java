package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final FrontKey SHOP = new FrontKey("Service", "default", "shop");
    private static final int LARGE = 64 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final Fronts fronts = new Fronts(vertx);
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Logger vertxLog = Logger.getLogger("io.vertx");
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer pod;

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(record.getMessage() + " " + record.getThrown());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void start() throws IOException {
        vertxLog.addHandler(listener);
        pod = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        pod.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, LARGE);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int sent = 0; sent < LARGE; sent += 1 << 16) {
                    out.write(new byte[1 << 16]);
                }
            } finally {
                ended.countDown();
            }
        });
        pod.createContext("/small", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        pod.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
        pod.start();
        Backend backend = new Backend(
                "default", "shop-1", "shop:1", "1", Map.of(), pod.getAddress().getPort());
        Rule all = new Rule("all", request -> true, List.of(), List.of(new Target("shop", 1, List.of(backend))));
        fronts.route(new RoutingTable(Map.of(SHOP, List.of(all))));
    }

    @AfterEach
    void stop() {
        vertxLog.removeHandler(listener);
        fronts.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        pod.stop(0);
    }

    @Test
    void a_client_that_goes_away_during_its_answer_is_nobodys_fault() throws Exception {
        URI url = URI.create(fronts.open(SHOP));
        for (int client = 0; client < 5; client++) {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                socket.getOutputStream()
                        .write("GET /large HTTP/1.1\r\nHost: shop\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
            }
        }
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();

        HttpResponse<String> next = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url.resolve("/small")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(next.body()).isEqualTo("ok");
        assertThat(complaints).isEmpty();
        assertThat(fronts.log().requests()).allSatisfy((outcome, count) -> assertThat(outcome.code())
                .as("no error of the application")
                .isEqualTo(200));
    }
}
