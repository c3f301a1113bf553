package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checks of HTTP/2 and gRPC against servers that speak both, with and without TLS. */
@Timeout(60)
class Http2ServersTest {
    private static final Map<String, Integer> HEALTH = Map.of("", 1, "orders", 2);
    private static final int NOT_FOUND = 5;

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static HttpServer plain;
    private static HttpServer tls;
    private static HttpServer old;
    private static ClientTls trusted;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "server", 10);
        trusted = new ClientTls(ClientTls.trust(certificate.store()));
        PfxOptions keys =
                new PfxOptions().setPath(certificate.file().toString()).setPassword("changeit");
        vertx = Vertx.vertx();
        plain = listening(new HttpServerOptions());
        tls = listening(new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(keys));
        old = listening(new HttpServerOptions().setSsl(true).setUseAlpn(false).setKeyCertOptions(keys));
    }

    private static HttpServer listening(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .requestHandler(Http2ServersTest::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void answer(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_1_1 && request.path().equals("/grpc.health.v1.Health/Check")) {
            request.body().onSuccess(body -> health(request, body));
        } else {
            request.response().end("spoke " + request.version());
        }
    }

    private static void health(HttpServerRequest request, Buffer body) {
        String service = body.length() > 7 ? body.getString(7, body.length()) : "";
        request.response().putHeader("content-type", "application/grpc");
        Integer status = HEALTH.get(service);
        if (status == null) {
            request.response()
                    .putHeader("grpc-status", String.valueOf(NOT_FOUND))
                    .putHeader("grpc-message", "unknown service")
                    .end();
            return;
        }
        request.response().write(Buffer.buffer(new byte[] {0, 0, 0, 0, 2, 8, status.byteValue()}));
        request.response().putTrailer("grpc-status", "0").end();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String probe(Map<String, ?> check) {
        SmokeSuite suite = SmokeArguments.parse(Map.of("checks", List.of(check)));
        return words(Probing.probe(Probing.SETTINGS, suite, trusted).get(0));
    }

    private static String get(String scheme, HttpServer server, String http, String text) {
        Map<String, Object> check = new HashMap<>();
        check.put("url", scheme + "://localhost:" + server.actualPort() + "/");
        check.put("text", text);
        if (http != null) {
            check.put("http", http);
        }
        return probe(check);
    }

    @Test
    void speaksHttp2WhereTlsOffersItUnlessToldOtherwise() {
        assertThat(get("https", tls, null, "spoke HTTP_2")).isEqualTo("passed");
        assertThat(get("https", tls, "1.1", "spoke HTTP_1_1")).isEqualTo("passed");
        assertThat(get("https", old, null, "spoke HTTP_1_1")).isEqualTo("passed");
    }

    @Test
    void demandsHttp2() {
        assertThat(get("https", tls, "2", "spoke HTTP_2")).isEqualTo("passed");
        assertThat(get("https", old, "2", "spoke")).isEqualTo("expected HTTP/2, got HTTP/1.1");
    }

    @Test
    void speaksHttp2WithoutTlsByPriorKnowledge() {
        assertThat(get("http", plain, "2", "spoke HTTP_2")).isEqualTo("passed");
        assertThat(get("http", plain, null, "spoke HTTP_1_1")).isEqualTo("passed");
    }

    @Test
    void asksAGrpcServerForItsHealthWithAndWithoutTls() {
        assertThat(probe(Map.of("grpc", "localhost:" + plain.actualPort()))).isEqualTo("passed");
        assertThat(probe(Map.of("grpc", "localhost:" + tls.actualPort(), "tls", true)))
                .isEqualTo("passed");
    }

    @Test
    void tellsWhatAGrpcServerSaysInstead() {
        String target = "localhost:" + plain.actualPort();
        assertThat(probe(Map.of("grpc", target, "grpcService", "orders")))
                .isEqualTo("expected SERVING from grpc " + target + " orders, got NOT_SERVING");
        assertThat(probe(Map.of("grpc", target, "grpcService", "nobody"))).endsWith("got NOT_FOUND: unknown service");
        assertThat(probe(Map.of("grpc", "localhost:" + old.actualPort(), "tls", true)))
                .endsWith("got HTTP/1.1, where gRPC needs HTTP/2");
    }

    @Test
    void anAnswerOverTlsCanBeHeldToItsCertificate() {
        String url = "https://localhost:" + tls.actualPort() + "/";
        assertThat(probe(Map.of("url", url, "minDaysValid", 5, "minProtocol", "TLSv1.2")))
                .isEqualTo("passed");
        assertThat(probe(Map.of("url", url, "minDaysValid", 30)))
                .startsWith("expected a certificate that is valid for 30 more days, got 9 days");
    }

    @Test
    void writesAndReadsTheMessagesOfTheProtocol() {
        assertThat(GrpcProbe.message("")).containsExactly(0, 0, 0, 0, 0);
        assertThat(GrpcProbe.message("ab")).containsExactly(0, 0, 0, 0, 4, 0x0a, 2, 'a', 'b');
        byte[] longName = GrpcProbe.message("x".repeat(300));
        assertThat(longName).hasSize(5 + 3 + 300).startsWith(0, 0, 0, 1, 0x2f, 0x0a, (byte) 0xac, 2);
        assertThat(GrpcProbe.serving(new byte[] {0, 0, 0, 0, 0})).isEqualTo("UNKNOWN");
        assertThat(GrpcProbe.serving(new byte[] {0, 0, 0, 0, 2, 8, 3})).isEqualTo("SERVICE_UNKNOWN");
        assertThat(GrpcProbe.serving("html".getBytes(StandardCharsets.UTF_8))).isEqualTo("no message that can be read");
        assertThat(GrpcProbe.serving(new byte[] {0, 0, 0, 0, 2, 9, 3})).contains("no HealthCheckResponse");
    }
}
