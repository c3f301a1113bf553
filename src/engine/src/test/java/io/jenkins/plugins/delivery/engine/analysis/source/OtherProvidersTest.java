package io.jenkins.plugins.delivery.engine.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.KnownProvider;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Subject;
import io.jenkins.plugins.delivery.engine.analysis.TimeRange;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prometheus over time, JSON documents and Alertmanager. */
class OtherProvidersTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String WEB = "%s\nnamespace=prod\napp=shop\nworkload=shop-canary\nquery=%s";

    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String asked;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked = exchange.getRequestURI() + (form.isEmpty() ? "" : " " + form);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void prometheusAnswersSeriesOverTime() {
        answer =
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"le\":\"+Inf\"},"
                        + "\"values\":[[1772445600,\"1.5\"],[1772445630,\"NaN\"],[1772445660,\"+Inf\"]]}]}}";
        TimeRange range = new TimeRange(AT, AT.plusSeconds(60), Duration.ofSeconds(30));

        Measurement.Range found = (Measurement.Range)
                new PrometheusProvider(endpoint()).range("q", range).join();

        assertThat(asked).isEqualTo("/api/v1/query_range query=q&start=1772445600.000&end=1772445660.000&step=30.0");
        assertThat(found.lines().get(0).labels()).containsEntry("le", "+Inf");
        assertThat(found.lines().get(0).points())
                .containsExactly(
                        new Measurement.Point(AT, 1.5),
                        new Measurement.Point(AT.plusSeconds(30), Double.NaN),
                        new Measurement.Point(AT.plusSeconds(60), Double.POSITIVE_INFINITY));
        answer = "{\"status\":\"success\",\"warnings\":[\"a store is down\"],\"data\":{\"resultType\":\"matrix\","
                + "\"result\":[]}}";
        assertThat(new PrometheusProvider(endpoint()).range("q", range).join())
                .isEqualTo(new Measurement.Missing("the answer is not complete: a store is down", false));
    }

    @Test
    void whoCannotFormatQueriesIsAskedToComputeThem() {
        PrometheusProvider provider = new PrometheusProvider(endpoint());
        status = 400;
        answer = "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:3: parse error\"}";
        assertThat(provider.problem("su(").join()).contains("HTTP 400, bad_data: 1:3: parse error");
        assertThat(asked).startsWith("/api/v1/format_query");
        status = 404;
        answer = "not found";
        assertThat(provider.problem("up").join()).isEmpty();
        assertThat(asked).startsWith("/api/v1/query ");
    }

    @Test
    void aDocumentHasItsNumberAtAPath() {
        answer = "{\"data\": {\"value\": \"0.25\", \"list\": [1, 2, 3], \"none\": null, \"word\": \"x\"}}";
        assertThat(web("$.data.value", "a b/&?#")).isEqualTo(new Measurement.Value(0.25));
        assertThat(asked).isEqualTo("/slo/prod/shop-canary?q=a%20b%2F%26%3F%23&from=1772445600");
        assertThat(web("$.data.list", "")).isEqualTo(new Measurement.Several(List.of(1.0, 2.0, 3.0)));
        assertThat(web("$.data.none", "")).isEqualTo(new Measurement.Missing("null at $.data.none", false));
        assertThat(web("$.data.nothing", "")).isInstanceOf(Measurement.Missing.class);
        assertThat(web("$.data.word", "")).isEqualTo(new Failed("'x' at $.data.word is not a number"));
        answer = "<html>";
        assertThat(web("$.data.value", "")).isEqualTo(new Failed("the answer is not JSON"));
    }

    @Test
    void aDocumentThatIsElsewhereIsNotFollowed() {
        status = 302;
        assertThat(web("$", "")).isEqualTo(new Failed("HTTP 302"));
        status = 500;
        assertThat(web("$", "")).isEqualTo(new Failed("HTTP 500"));
    }

    @Test
    void aListOfNumbersIsASeriesThatEndsNow() {
        answer = "[4, 5]";
        Measurement.Range found = (Measurement.Range) provider()
                .range(WEB.formatted("$", ""), new TimeRange(AT.minusSeconds(60), AT, Duration.ofSeconds(30)))
                .join();
        assertThat(found.lines().get(0).points())
                .containsExactly(new Measurement.Point(AT.minusSeconds(30), 4), new Measurement.Point(AT, 5));
    }

    @Test
    void aPathOrPlaceholderThatIsWrongIsSaidBeforeItIsAsked() {
        assertThat(provider().problem(WEB.formatted("$.a.", "")).join()).isPresent();
        assertThat(provider().problem(WEB.formatted("", "")).join().orElseThrow())
                .contains("there is no JSON path");
        assertThat(new WebProvider(endpoint(), "http://127.0.0.1/{{team}}", "$")
                        .problem(WEB.formatted("", ""))
                        .join()
                        .orElseThrow())
                .contains("unknown placeholder {{team}}");
    }

    @Test
    void alertsThatFireAreNamed() {
        AlertmanagerProvider provider = new AlertmanagerProvider(endpoint());
        answer = "[{\"labels\": {\"alertname\": \"ShopDown\", \"severity\": \"page\"}}]";
        assertThat(provider.alerts("severity=\"page\",app=~\"sho.\"", AT).join())
                .isEqualTo(new Measurement.Alerts(List.of("ShopDown")));
        assertThat(asked)
                .isEqualTo("/api/v2/alerts?active=true&silenced=false&inhibited=false"
                        + "&filter=severity%3D%22page%22&filter=app%3D%7E%22sho.%22");
        answer = "[]";
        assertThat(provider.alerts("a=\"b\"", AT).join()).isEqualTo(new Measurement.Alerts(List.of()));
        status = 400;
        answer = "\"bad matcher format\"";
        assertThat(provider.alerts("a=\"b\"", AT).join()).isEqualTo(new Failed("HTTP 400, bad matcher format", true));
        status = 200;
        answer = "{}";
        assertThat(provider.alerts("a=\"b\"", AT).join()).isInstanceOf(Failed.class);
        assertThat(provider.measure("up", AT).join()).isInstanceOf(Failed.class);
    }

    @Test
    void matchersThatAlertmanagerDoesNotUnderstandAreToldBeforehand() {
        Analyst analyst = new Analyst(Map.of("alertmanager", new AlertmanagerProvider(endpoint())));
        List<MetricSpec> metrics = MetricArguments.parse(
                "metrics",
                List.of(Map.of("alerts", "app=~\"(\"")),
                List.of(new KnownProvider("alertmanager", KnownProvider.Kind.ALERTMANAGER, SeriesSource.HTTP)));
        Subject subject = Subject.ofDeployments("prod", "shop", "shop-canary", "shop", Duration.ofMinutes(1));
        status = 400;
        answer = "\"error parsing regexp: missing closing )\"";
        assertThat(analyst.problems(metrics, subject))
                .containsExactly("the matchers of metric 'alerts': HTTP 400, error parsing regexp: missing closing )");
        status = 200;
        answer = "[]";
        assertThat(analyst.problems(metrics, subject)).isEmpty();
        status = 503;
        assertThat(analyst.problems(metrics, subject))
                .as("who does not answer says nothing")
                .isEmpty();
    }

    private Measurement web(String path, String query) {
        return provider().measure(WEB.formatted(path, query), AT).join();
    }

    private WebProvider provider() {
        return new WebProvider(endpoint(), url() + "/slo/{{namespace}}/{{workload}}?q={{query}}&from={{start}}", null);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Endpoint endpoint() {
        return new Endpoint(HttpClient.newHttpClient(), URI.create(url()), Map.of(), Duration.ofSeconds(5));
    }
}
