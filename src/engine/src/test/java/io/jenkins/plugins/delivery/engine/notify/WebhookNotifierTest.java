package io.jenkins.plugins.delivery.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookNotifierTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final byte[] SHARED = "known to both".getBytes(StandardCharsets.UTF_8);
    private static final Notification NOTIFICATION = new Notification(
            "approval.requested",
            "Release shop 42?",
            "Waiting for 1 more person",
            "https://jenkins.example.com/job/shop/42/approval/",
            Map.of("environment", "production"),
            NOW);

    private final WebhookSignature signature = new WebhookSignature(SHARED);
    private final AtomicReference<byte[]> body = new AtomicReference<>();
    private final AtomicReference<String> timestamp = new AtomicReference<>();
    private final AtomicReference<String> signed = new AtomicReference<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            body.set(exchange.getRequestBody().readAllBytes());
            timestamp.set(exchange.getRequestHeaders().getFirst(WebhookSignature.TIMESTAMP));
            signed.set(exchange.getRequestHeaders().getFirst(WebhookSignature.SIGNATURE));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_other_side_can_tell_who_sent_it() throws Exception {
        send();

        JsonNode json = new ObjectMapper().readTree(body.get());
        assertThat(json.get("event").asText()).isEqualTo("approval.requested");
        assertThat(json.get("facts").get("environment").asText()).isEqualTo("production");
        assertThat(json.get("at").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(accepts(signature, NOW)).isTrue();
    }

    @Test
    void what_was_changed_on_the_way_is_not_accepted() throws Exception {
        send();
        body.get()[0] ^= 1;

        assertThat(accepts(signature, NOW)).isFalse();
    }

    @Test
    void what_others_signed_is_not_accepted() throws Exception {
        send();

        assertThat(accepts(new WebhookSignature(new byte[] {1}), NOW)).isFalse();
        signed.set("sha256=");
        assertThat(accepts(signature, NOW)).isFalse();
        signed.set(null);
        assertThat(accepts(signature, NOW)).isFalse();
    }

    @Test
    void item_24_what_is_sent_again_later_is_not_accepted() throws Exception {
        send();

        assertThat(accepts(signature, NOW.plus(TOLERANCE))).isTrue();
        assertThat(accepts(signature, NOW.plus(TOLERANCE).plusSeconds(1))).isFalse();
        assertThat(accepts(signature, NOW.minus(TOLERANCE).minusSeconds(1))).isFalse();
        timestamp.set(Long.toString(NOW.plusSeconds(600).getEpochSecond()));
        assertThat(accepts(signature, NOW.plusSeconds(600)))
                .as("a newer time under an old signature")
                .isFalse();
        timestamp.set("1e9");
        assertThat(accepts(signature, NOW)).isFalse();
    }

    @Test
    void the_signature_is_the_one_that_is_documented() {
        // printf '1772359200.{}' | openssl dgst -sha256 -hmac 'known to both'
        assertThat(signature.sign(1772359200L, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(OPENSSL);
    }

    @Test
    void what_the_other_side_refuses_has_failed() {
        status.set(500);

        assertThatThrownBy(this::send).hasMessageContaining("status 500");
    }

    @Test
    void redirects_are_not_followed() {
        status.set(302);

        assertThatThrownBy(this::send).hasMessageContaining("status 302");
        assertThat(requests).hasValue(1);
        assertThatThrownBy(() -> new WebhookNotifier(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build(),
                        URI.create("http://127.0.0.1/"),
                        signature,
                        Clock.systemUTC()))
                .hasMessageContaining("redirects");
    }

    @Test
    void an_empty_secret_is_refused() {
        assertThatThrownBy(() -> new WebhookSignature(new byte[0])).hasMessageContaining("empty secret");
    }

    private boolean accepts(WebhookSignature verifier, Instant now) {
        return verifier.accepts(timestamp.get(), signed.get(), body.get(), now, TOLERANCE);
    }

    private void send() throws Exception {
        URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        new WebhookNotifier(HttpClient.newHttpClient(), target, signature, Clock.fixed(NOW, ZoneOffset.UTC))
                .send(NOTIFICATION)
                .get(30, TimeUnit.SECONDS);
    }

    private static final String OPENSSL = "sha256=d90f47a48e0e77e0873c80e55e22f8e72fd52eeefb092fd8002f53f67df4b3fd";
}
