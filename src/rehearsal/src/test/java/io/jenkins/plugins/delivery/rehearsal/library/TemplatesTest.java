package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.delivery.engine.manifest.ManifestWarnings;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.EmbeddedCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.TinyImages;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Templates of the library, filled in by its vars, and taken by who is to take them. */
@Timeout(60)
class TemplatesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RUNBOOKS =
            Path.of("../../docs/runbooks.md").toAbsolutePath().normalize();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String WRITTEN = "<!-- What follows is written from resources/. -->\n";

    @TempDir
    Path folder;

    private Rehearsed rehearsed;

    @BeforeEach
    void prepare() {
        rehearsed = new Rehearsed(folder);
    }

    private static void succeeded(PipelineOutcome outcome) {
        assertThat(outcome.error()).as(outcome.text()).isNull();
    }

    @Test
    void theManifestsAreTakenByAClusterAndTheirPodsBecomeReady() throws Exception {
        try (VirtualClock clock = new VirtualClock();
                EmbeddedCluster cluster = new EmbeddedCluster(clock, folder.resolve("cluster"))) {
            String image = TinyImages.load(cluster, folder, "1").toString();
            succeeded(
                    rehearsed.run(
                            "node { writeManifests app: 'shop', image: '" + image + "', host: 'shop.example.com',"
                                    + " parts: ['deployment', 'service', 'ingress', 'httproute', 'hpa', 'pdb', 'networkpolicy'] }"));
            List<HasMetadata> objects = new ArrayList<>();
            try (Stream<Path> files = Files.list(rehearsed.workspace().resolve("deploy/manifests"))) {
                for (Path file : files.sorted().toList()) {
                    objects.addAll(
                            cluster.client().load(Files.newInputStream(file)).items());
                }
            }
            assertThat(objects)
                    .extracting(HasMetadata::getKind)
                    .containsExactlyInAnyOrder(
                            "Deployment",
                            "HTTPRoute",
                            "HorizontalPodAutoscaler",
                            "Ingress",
                            "NetworkPolicy",
                            "PodDisruptionBudget",
                            "Service");
            assertThat(ManifestWarnings.of(objects, List.of())).isEmpty();
            cluster.apply("default", objects);
            CountDownLatch ready = new CountDownLatch(1);
            look(clock, cluster, ready);
            assertThat(ready.await(30, TimeUnit.SECONDS)).as("pods are ready").isTrue();
        }
    }

    /** Each virtual second, until both pods are ready. */
    private static void look(VirtualClock clock, EmbeddedCluster cluster, CountDownLatch ready) {
        long there = cluster.client().pods().inNamespace("default").list().getItems().stream()
                .filter(TemplatesTest::isReady)
                .count();
        if (there == 2) {
            ready.countDown();
        } else {
            clock.schedule(Duration.ofSeconds(1), () -> look(clock, cluster, ready));
        }
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(one ->
                                one.getType().equals("Ready") && one.getStatus().equals("True"));
    }

    @Test
    void whatIsMissingOrLeftOverIsSaidBeforeAnythingIsWritten() throws Exception {
        assertThat(rehearsed
                        .run("node { writeManifests app: 'shop', image: 'a:1' }")
                        .error())
                .contains("writeManifests: ingress needs the host");
        assertThat(rehearsed
                        .run("node { writeManifests app: 'shop', parts: ['pod'] }")
                        .error())
                .contains("there is no part 'pod'");
        assertThat(rehearsed
                        .run("fillTemplate template: 'runbooks/restart.md', values: [app: 'shop']")
                        .error())
                .contains("runbooks/restart.md needs values for namespace");
        assertThat(rehearsed
                        .run("fillTemplate text: 'x {{app}}', values: [app: 'shop', appp: 1]")
                        .error())
                .contains("has no place for appp");
        assertThat(rehearsed.workspace().resolve("deploy")).doesNotExist();
    }

    /** {@code -Dlibrary.write} writes the page anew. */
    @Test
    void theRunbooksOfAnApplicationAreThoseOfTheGuide() throws Exception {
        succeeded(rehearsed.run(
                "node { def written = runbooks app: 'shop', namespace: 'shop-prod', job: 'shop/main', url: 'https://jenkins.example.com/job/shop/job/main/'\n"
                        + "  echo \"written: ${written.join(', ')}\" }"));
        StringBuilder pages = new StringBuilder();
        for (String book : List.of("deploy", "roll-back", "restart", "scale", "restore", "incident")) {
            String page = Files.readString(rehearsed.workspace().resolve("runbooks/" + book + ".md"));
            assertThat(page).doesNotContain("{{").contains("shop");
            pages.append('\n')
                    .append(page.replaceFirst("^# ", "## ")
                            .replace("(roll-back.md)", "(#roll-shop-back)")
                            .replace("(restore.md)", "(#restore-the-data-of-shop)"));
        }
        String guide = Files.readString(RUNBOOKS);
        String begin = guide.substring(0, guide.indexOf(WRITTEN) + WRITTEN.length());
        if (Boolean.getBoolean("library.write")) {
            Files.writeString(RUNBOOKS, begin + pages);
        } else {
            assertThat(guide).isEqualTo(begin + pages);
        }
        assertThat(rehearsed.run("node { runbooks app: 'shop' }").error())
                .contains("there is no environment 'production'");
        assertThat(rehearsed
                        .run("node { runbooks app: 'shop', books: ['reboot'] }")
                        .error())
                .contains("runbooks: there is no runbook 'reboot' (known are deploy, incident,");
    }

    @Test
    void everyNotificationCanBeFilledIn() throws Exception {
        succeeded(rehearsed.run("""
                node {
                  Map news = [app: 'shop', version: '1.5.0', environment: 'production', outcome: 'rolled back', reason: 'errors: "5 %"\\nof all', url: 'https://ci/1']
                  for (name in ['slack.json', 'teams.json', 'mail.txt']) {
                    fillTemplate template: "notifications/${name}", values: news, file: name
                  }
                  securityScan reports: 'clean.sarif', gates: scanGates()
                }""".replace(
                        "  securityScan",
                        "  writeFile file: 'clean.sarif', text: '{\"version\": \"2.1.0\", \"runs\": [{\"tool\":"
                                + " {\"driver\": {\"name\": \"lint\"}}, \"results\": []}]}'\n  securityScan")));
        JsonNode slack =
                JSON.readTree(rehearsed.workspace().resolve("slack.json").toFile());
        assertThat(slack.at("/blocks/1/fields/1/text").asText()).isEqualTo("*Why*\nerrors: \"5 %\"\nof all");
        assertThat(JSON.readTree(rehearsed.workspace().resolve("teams.json").toFile())
                        .at("/type")
                        .asText())
                .isEqualTo("message");
    }

    @Test
    void monitoringSystemsHearOfDeploymentsAndNeverFailABuild() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> hear(exchange, heard));
        server.start();
        try {
            String url = "url: 'http://127.0.0.1:" + server.getAddress().getPort()
                    + "', credentialsId: 'key', app: 'shop', version: '1.5.0'";
            PipelineOutcome outcome = rehearsed
                    .secret("key", "the-key")
                    .run("node {\n"
                            + "deploymentEvent to: 'grafana', " + url + "\n"
                            + "deploymentEvent to: 'datadog', " + url + "\n"
                            + "deploymentEvent to: 'newrelic', application: '7', " + url + "\n"
                            + "deploymentEvent to: 'sentry', organization: 'acme', project: 'shop', " + url + "\n"
                            + "deploymentEvent to: 'opentelemetry', app: 'shop', version: '1.5.0'\n"
                            + "withEnv(['TRACEPARENT=00-" + TRACE + "-00f067aa0ba902b7-01']) {\n"
                            + "deploymentEvent to: 'opentelemetry', " + url + " }\n"
                            + "deploymentEvent to: 'opentelemetry', " + url.replace(", credentialsId: 'key'", "") + "\n"
                            + "deploymentEvent to: 'datadog', " + url.replace("'key'", "'missing'") + "\n"
                            + "deploymentEvent to: 'grafana', " + url.replace("1.5.0", "bad") + "\n}");
            succeeded(outcome);
            assertThat(heard.subList(0, 7))
                    .satisfiesExactly(
                            one -> assertThat(one).startsWith("/api/annotations Bearer the-key {\"time\": "),
                            one -> assertThat(one)
                                    .startsWith("/api/v1/events the-key {\"title\": \"shop 1.5.0 in production"),
                            one -> assertThat(one)
                                    .startsWith("/v2/applications/7/deployments.json the-key {\"deployment\""),
                            one -> assertThat(one)
                                    .contains(
                                            "/organizations/acme/releases/ Bearer the-key {\"version\": \"shop@1.5.0\""),
                            one -> assertThat(one).contains("/releases/shop%401.5.0/deploys/ Bearer the-key"),
                            one -> assertThat(one)
                                    .startsWith("/v1/logs Bearer the-key {\"resourceLogs\": ")
                                    .contains("\"eventName\": \"deployment\", \"traceId\": \"" + TRACE + "\"")
                                    .contains("{\"key\": \"service.version\", \"value\": {\"stringValue\": \"1.5.0\"}}")
                                    .contains(
                                            "{\"key\": \"deployment.status\", \"value\": {\"stringValue\": \"succeeded\"}}")
                                    .containsPattern("\"timeUnixNano\": \"\\d{19}\""),
                            one -> assertThat(one)
                                    .as("a collector that wants no token")
                                    .startsWith("/v1/logs  {\"resourceLogs\": "));
            assertThat(outcome.text())
                    .contains(
                            "the plugin opentelemetry is not installed",
                            "datadog could not be told",
                            "grafana answered with HTTP 500")
                    .doesNotContain("the-key");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aMonitoringSystemThatNobodyKnowsIsNamedWithThoseThatAreKnown() throws Exception {
        PipelineOutcome outcome =
                rehearsed.run("node { deploymentEvent to: 'grafanna', app: 'shop', version: '1.5.0' }");

        assertThat(outcome.error())
                .contains(
                        "there is no target 'grafanna' (known are datadog, grafana, newrelic, opentelemetry, sentry)");
    }

    private static void hear(HttpExchange exchange, List<String> heard) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JSON.readTree(body);
            String key = Stream.of("Authorization", "DD-API-KEY", "Api-Key")
                    .map(exchange.getRequestHeaders()::getFirst)
                    .filter(value -> value != null)
                    .findFirst()
                    .orElse("");
            heard.add(exchange.getRequestURI() + " " + key + " " + body.strip());
            exchange.sendResponseHeaders(body.contains("shop bad") ? 500 : 200, -1);
        }
    }
}
