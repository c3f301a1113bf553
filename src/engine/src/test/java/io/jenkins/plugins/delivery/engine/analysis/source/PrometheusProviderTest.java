package io.jenkins.plugins.delivery.engine.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusProviderTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00.500Z");

    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String asked;
    private volatile String authorization;
    private volatile boolean hang;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/prom/api/v1/query", exchange -> {
            asked = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (hang) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
    }

    @Test
    void asksTheInstantQueryWithItsHeaders() {
        answer = success("vector", "[{\"metric\":{},\"value\":[1772445600.5,\"0.25\"]}]");

        assertThat(measure("sum(up)")).isEqualTo(new Measurement.Value(0.25));
        assertThat(asked).isEqualTo("query=sum(up)&time=1772445600.500");
        assertThat(authorization).isEqualTo("Bearer x");
    }

    @Test
    void readsScalars() {
        answer = success("scalar", "[1772445600.5,\"3\"]");
        assertThat(measure("3")).isEqualTo(new Measurement.Value(3));
    }

    @Test
    void nothingAndNotANumberAreMissing() {
        answer = success("vector", "[]");
        assertThat(measure("q")).isEqualTo(new Measurement.Missing("no data", true));
        answer = success("vector", "[{\"metric\":{},\"value\":[1,\"NaN\"]}]");
        assertThat(measure("q")).isEqualTo(new Measurement.Missing("no data (NaN)", false));
        answer = success("vector", "[{\"metric\":{},\"value\":[1,\"+Inf\"]}]");
        assertThat(measure("q")).isInstanceOf(Measurement.Missing.class);
    }

    @Test
    void anAnswerWithWarningsIsNotBelieved() {
        answer =
                "{\"status\":\"success\",\"warnings\":[\"one store did not answer\"],\"data\":{\"resultType\":\"vector\","
                        + "\"result\":[{\"metric\":{},\"value\":[1,\"0\"]}]}}";
        assertThat(measure("q")).isInstanceOf(Measurement.Missing.class);
    }

    @Test
    void severalSeriesAreSeveralNumbers() {
        answer = success("vector", "[{\"metric\":{},\"value\":[1,\"1\"]},{\"metric\":{},\"value\":[1,\"2\"]}]");
        assertThat(measure("q")).isEqualTo(new Measurement.Several(List.of(1.0, 2.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"} | HTTP 400, bad_data: parse"
                        + " error",
                "503 | overloaded | HTTP 503, and the answer is not JSON",
                "200 | {\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}} | the query answers a"
                        + " matrix, expected one number",
                "200 | {\"status\":\"succ | HTTP 200, and the answer is not JSON",
                "500 | {} | HTTP 500, without a reason"
            })
    void otherAnswersFailWithTheirReason(int code, String body, String reason) {
        status = code;
        answer = body;
        assertThat(measure("q")).isInstanceOfSatisfying(Measurement.Failed.class, failed -> assertThat(failed.reason())
                .isEqualTo(reason));
    }

    @Test
    void aProviderThatHangsOrIsNotThereFailsInTime() {
        hang = true;
        assertThat(measure("q")).isInstanceOf(Measurement.Failed.class);
        server.stop(0);
        assertThat(measure("q")).isInstanceOf(Measurement.Failed.class);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        answer = success("vector", "[" + "1,".repeat(2 * 1024 * 1024) + "1]");
        assertThat(measure("q")).extracting(Object::toString).asString().contains("more than 4 MiB");
    }

    private Measurement measure(String query) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prom/");
        return new PrometheusProvider(new Endpoint(
                        HttpClient.newHttpClient(), url, Map.of("Authorization", "Bearer x"), Duration.ofMillis(700)))
                .measure(query, AT)
                .join();
    }

    private static String success(String type, String result) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":" + result + "}}";
    }
}
