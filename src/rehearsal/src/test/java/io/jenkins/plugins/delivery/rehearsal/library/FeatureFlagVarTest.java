package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Flags go with a release and back with its rollback; the services are servers on this machine that keep one flag each. */
@Timeout(60)
class FeatureFlagVarTest {
    private static final String FILE = """
            {
              "flags": {
                "banner": {"state": "ENABLED", "variants": {"red": "r"}, "defaultVariant": "red"},
                "checkout": {
                  "state": "ENABLED",
                  "variants": {"on": true, "off": false},
                  "defaultVariant": "off"
                }
              }
            }
            """;

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean on;
    private HttpServer server;
    private Rehearsed rehearsed;

    @BeforeEach
    void begin() throws Exception {
        rehearsed = new Rehearsed(folder).secret("flags", "a \"secret\" token");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().toString();
            asked.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
            boolean known =
                    "a \"secret\" token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (path.endsWith("/on") || path.endsWith("/off")) {
                on = path.endsWith("/on");
            }
            if (body.contains("turnFlag")) {
                on = body.contains("turnFlagOn");
            }
            byte[] text = (path.startsWith("/api/v2")
                            ? "{\"key\": \"checkout\", \"environments\": {\"production\": {\"on\": " + on + "}}}"
                            : "{\"name\": \"production\", \"enabled\": " + on + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private String service(String provider) {
        return "provider: '" + provider + "', url: 'http://127.0.0.1:"
                + server.getAddress().getPort() + "', credentialsId: 'flags'";
    }

    @Test
    void unleashSwitchesWithTheReleaseAndBackWithItsRollback() throws Exception {
        PipelineOutcome outcome = rehearsed.run(
                "node { featureFlag(flag: 'checkout', " + service("unleash") + ") { error 'rolled back' } }");
        assertThat(outcome.error()).contains("rolled back");
        String flag = "/api/admin/projects/default/features/checkout/environments/production";
        assertThat(asked)
                .containsExactly("GET " + flag, "POST " + flag + "/on", "GET " + flag, "POST " + flag + "/off");
        assertThat(on).isFalse();
        assertThat(outcome.text())
                .contains("checkout went from false to true", "checkout went from true to false")
                .doesNotContain("a \"secret\" token");
    }

    @Test
    void launchDarklySwitchesAndStaysWhenTheReleaseGetsThrough() throws Exception {
        PipelineOutcome outcome = rehearsed.run(
                "node { featureFlag(flag: 'checkout', " + service("launchdarkly") + ") { echo 'released' } }");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(asked)
                .containsExactly(
                        "GET /api/v2/flags/default/checkout?env=production",
                        "PATCH /api/v2/flags/default/checkout {\"environmentKey\":\"production\","
                                + "\"instructions\":[{\"kind\":\"turnFlagOn\"}]}");
        assertThat(on).isTrue();
    }

    @Test
    void aServiceThatRefusesStopsTheReleaseBeforeItBegins() throws Exception {
        rehearsed.secret("wrong", "another");
        PipelineOutcome outcome = rehearsed.run("node { featureFlag(flag: 'checkout', "
                + service("unleash").replace("'flags'", "'wrong'") + ") { echo 'released' } }");
        assertThat(outcome.error()).contains("was answered with HTTP 401; checkout was not switched by it");
        assertThat(outcome.text()).doesNotContain("released");
    }

    @Test
    void flagdsFileChangesInOnePlaceAndGoesBack() throws Exception {
        rehearsed.file("flags.json", FILE);
        Path file = rehearsed.workspace().resolve("flags.json");
        assertThat(rehearsed
                        .run("node { featureFlag flag: 'checkout', file: 'flags.json', publish: { echo 'published' } }")
                        .text())
                .contains("checkout went from off to true", "published");
        assertThat(file).content().isEqualTo(FILE.replace("\"defaultVariant\": \"off\"", "\"defaultVariant\": \"on\""));
        Files.writeString(file, FILE);
        PipelineOutcome outcome = rehearsed.run(
                "node { featureFlag(flag: 'checkout', file: 'flags.json', to: 'on', publish: { echo 'published' }) { error 'rolled back' } }");
        assertThat(outcome.error()).contains("rolled back");
        assertThat(outcome.text().split("published", -1)).hasSize(3);
        assertThat(file).content().isEqualTo(FILE);
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() throws Exception {
        rehearsed.file("flags.json", FILE);
        assertThat(rehearsed
                        .run("node { featureFlag flag: 'chekout', file: 'flags.json' }")
                        .error())
                .contains("flags.json: there is no flag 'chekout' (known are banner, checkout)");
        assertThat(rehearsed
                        .run("node { featureFlag flag: 'checkout', file: 'flags.json', to: 'maybe' }")
                        .error())
                .contains("the flag 'checkout' has no variant for maybe (known are off, on)");
        assertThat(rehearsed.run("node { featureFlag flag: 'checkout' }").error())
                .contains("say the provider");
        assertThat(rehearsed
                        .run("node { featureFlag flag: 'checkout', provider: 'unleash', url: 'http://x' }")
                        .error())
                .contains("needs the credentialsId of a secret text");
    }
}
