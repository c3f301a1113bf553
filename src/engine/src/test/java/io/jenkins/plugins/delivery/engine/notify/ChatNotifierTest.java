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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatNotifierTest {
    private static final Notification NEWS = new Notification(
            "approval.requested",
            "Release <!channel> *now*?",
            "see [here](https://evil.example) & <https://evil.example|there>",
            "https://jenkins.example.com/job/shop/42/approval/",
            Map.of("environment", "production"),
            Instant.parse("2026-03-01T10:00:00Z"));

    private final AtomicReference<byte[]> body = new AtomicReference<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            body.set(exchange.getRequestBody().readAllBytes());
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
    void slack_gets_blocks_in_which_nobody_is_mentioned_and_no_foreign_link_is_one() throws Exception {
        new SlackNotifier(client, address()).send(NEWS).get(10, TimeUnit.SECONDS);

        JsonNode json = new ObjectMapper().readTree(body.get());
        assertThat(json.get("text").asText()).doesNotContain("<", "*");
        assertThat(json.toString())
                .contains("Release &lt;!channel&gt;", "environment: production")
                .contains("<https://jenkins.example.com/job/shop/42/approval/|")
                .doesNotContain("<!channel", "<https://evil");
    }

    @Test
    void teams_gets_a_card_with_plain_texts_and_one_link() throws Exception {
        new TeamsNotifier(client, address()).send(NEWS).get(10, TimeUnit.SECONDS);

        JsonNode card = new ObjectMapper().readTree(body.get()).at("/attachments/0");
        assertThat(card.get("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/content/body/1/text").asText()).startsWith("see \\[here\\](");
        assertThat(card.at("/content/body/2/facts/0/value").asText()).isEqualTo("production");
        assertThat(card.at("/content/actions/0/url").asText()).isEqualTo(NEWS.link());
    }

    @Test
    void a_refusal_names_the_host_and_not_the_secret_address() {
        status.set(403);

        assertThatThrownBy(() -> new SlackNotifier(client, address().resolve("/services/T00/SECRET"))
                        .send(NEWS)
                        .get(10, TimeUnit.SECONDS))
                .hasMessageContaining("answered a notification with status 403")
                .hasMessageNotContaining("SECRET");
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }
}
