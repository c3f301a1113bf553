package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceRouteTest {
    private static final String ROUTE = "/api/v1/namespaces/prod/services/http:shop:web/proxy";

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/", 404, null);
        answer(ROUTE + "/ok", 200, null);
        answer(ROUTE + "/moved", 302, ROUTE + "/ok");
        answer(ROUTE + "/secrets", 302, "/api/v1/namespaces/prod/secrets");
        answer(ROUTE + "/away", 302, "http://169.254.169.254/latest/");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String location) {
        server.createContext(path, exchange -> {
            try (exchange) {
                seen.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                if (location != null) {
                    exchange.getResponseHeaders().add("Location", location);
                }
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    private String probe(String path) throws IOException {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://localhost:" + server.getAddress().getPort())
                .withOauthToken("cluster-token")
                .build();
        SmokeSuite suite = SmokeArguments.parse(Map.of("service", "shop:web", "checks", List.of(Map.of("path", path))));
        try (SmokeProber prober = new SmokeProber(
                Probing.SETTINGS, Clock.systemUTC(), new ServiceRoute(config, "prod", suite.service()))) {
            return words(prober.probe(suite.checks(), Duration.ofSeconds(30), attempt -> {})
                    .join()
                    .get(0));
        }
    }

    @Test
    void goesThroughTheApiServerWithItsCredential() throws IOException {
        assertThat(probe("/ok?a=b")).isEqualTo("passed");
        assertThat(seen).containsExactly(ROUTE + "/ok?a=b Bearer cluster-token");
    }

    @Test
    void followsRedirectsWithinTheServiceOnly() throws IOException {
        assertThat(probe("/moved")).isEqualTo("passed");
        assertThat(probe("/secrets")).contains("status 404");
        assertThat(seen).contains(ROUTE + "/api/v1/namespaces/prod/secrets Bearer cluster-token");
        assertThat(seen).noneMatch(request -> request.startsWith("/api/v1/namespaces/prod/secrets"));
        assertThat(probe("/away")).contains("a redirect out of the Service: http://169.254.169.254/latest/");
    }

    @Test
    void neverLeavesTheRouteToTheService() throws IOException {
        assertThat(probe("/../../../secrets")).contains("could lead out of the Service");
        assertThat(probe("/%2e%2e/%2e%2e/secrets")).contains("could lead out of the Service");
        assertThat(seen).isEmpty();
    }

    @Test
    void namesTheRouteOfEachFormOfAService() {
        assertThat(ServiceTarget.parse("service", "shop").route("a"))
                .isEqualTo("/api/v1/namespaces/a/services/shop/proxy");
        assertThat(ServiceTarget.parse("service", "shop:80").route("a"))
                .isEqualTo("/api/v1/namespaces/a/services/http:shop:80/proxy");
        assertThat(ServiceTarget.parse("service", "https:shop:web").route("a"))
                .isEqualTo("/api/v1/namespaces/a/services/https:shop:web/proxy");
        for (String wrong : List.of("Shop", "shop/../x", "ftp:shop:1", "shop:", "a:b:c:d", "")) {
            assertThatExceptionOfType(ArgumentException.class)
                    .isThrownBy(() -> ServiceTarget.parse("service", wrong))
                    .withMessageContaining("is no Service and port");
        }
    }

    @Test
    void whatTheApiServerCannotCarryIsRefusedAtOnce() {
        refused(Map.of("tcp", "db:1"), "by HTTP only");
        refused(Map.of("path", "/", "credentialsId", "x"), "takes the header Authorization for itself");
        refused(Map.of("url", "http://other/"), "is reached by its path only");
        refused(Map.of("path", "/", "http", "2"), "the API server decides");
        refused(Map.of("path", "/", "minDaysValid", 3), "goes without TLS");
    }

    private static void refused(Map<String, ?> check, String words) {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> SmokeArguments.parse(Map.of("service", "shop", "checks", List.of(check))))
                .withMessageContaining(words);
    }
}
