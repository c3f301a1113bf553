package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Subject;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.analysis.source.Endpoint;
import io.jenkins.plugins.delivery.engine.analysis.source.PrometheusProvider;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Match;
import io.jenkins.plugins.delivery.engine.traffic.Route;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouter;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every router of the cluster over its API, and where real requests go then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutersUnderTrafficTest {
    private static final int REQUESTS = 40;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final PassingTime time = new PassingTime(clock);
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedCluster embedded;
    private Cluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        embedded = new EmbeddedCluster(clock, directory.resolve("cluster"));
        cluster = new KubernetesCluster(embedded.client(), "default");
        List<HasMetadata> objects = new ArrayList<>();
        for (String name : List.of("shop", "shop-canary")) {
            ImageReference image = TinyImages.load(embedded, directory, name.equals("shop") ? "1" : "2");
            objects.add(TinyImages.deployment(name, image.toString(), 1, Map.of("app", name)));
            objects.add(TinyImages.service(name, Map.of("app", name)));
        }
        objects.add(Serialization.unmarshal("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: public}
                spec: {gatewayClassName: embedded, listeners: [{name: http, port: 80, protocol: HTTP}]}
                """));
        embedded.apply("default", objects);
        for (int i = 0; i < 60 && !ready(); i++) {
            time.pass(Duration.ofSeconds(1));
        }
    }

    private boolean ready() {
        return List.of("shop", "shop-canary").stream().allMatch(name -> cluster.find(Deployment.class, name)
                .filter(one -> Workloads.ready(one) == 1)
                .isPresent());
    }

    @AfterAll
    void stop() {
        embedded.close();
        clock.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway-api, HTTPRoute, envoy",
        "linkerd, Service, linkerd",
        "istio, VirtualService, istio",
        "traefik, IngressRoute, traefik",
        "alb, Ingress, http",
        "nginx, Ingress, ingress-nginx"
    })
    void requests_go_where_it_says_and_are_counted_as_it_counts(String name, String front, String source)
            throws Exception {
        HasMetadata routed = read(name);
        embedded.apply("default", List.of(routed));
        TrafficRouter router = TrafficRouters.named(name);
        Route route = new Route("shop", 0, 1);
        String before = content(routed);
        assertThat(router.refusal(cluster, route, List.of())).isEmpty();
        URI url =
                URI.create(embedded.url(new FrontKey(front, "default", "shop")).orElseThrow());
        Match beta = new Match(Map.of("x-beta", "true"), Map.of("beta", "always"));

        for (int weight : new int[] {25, 100, 50}) {
            bring(router, route.weighing(weight).matching(beta));
            assertThat(versions(url, "x-any", "any")).isEqualTo(shares(weight));
            assertThat(versions(url, "x-beta", "true")).isEqualTo(Map.of("2", REQUESTS));
            assertThat(versions(url, "Cookie", "a=b; beta=always; c=d")).isEqualTo(Map.of("2", REQUESTS));
        }
        time.pass(Duration.ofMinutes(1));
        Instant begin = clock.instant();
        bring(router, route.weighing(25));
        for (int i = 0; i < 12; i++) {
            send(url, 4);
            time.pass(Duration.ofSeconds(5));
        }
        isCounted(source, begin);
        isCounted("spring-boot", begin);
        bring(router, route);
        assertThat(versions(url, "x-beta", "true")).isEqualTo(Map.of("1", REQUESTS));
        router.remove(cluster, route);
        time.pass(Duration.ofMillis(100));
        assertThat(versions(url, "x-any", "any")).isEqualTo(Map.of("1", REQUESTS));
        assertThat(content(routed)).isEqualTo(before);
        cluster.delete(routed);
    }

    private void send(URI url, int requests) throws Exception {
        for (int i = 0; i < requests; i++) {
            http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    /** A quarter of the requests of the last minute went to the canary, and none of them was an error. */
    private void isCounted(String source, Instant begin) {
        MetricProvider prometheus = new PrometheusProvider(
                new Endpoint(http, URI.create(embedded.metrics().url()), Map.of(), Duration.ofSeconds(20)));
        Subject subject = Subject.ofDeployments("default", "shop", "shop-canary", "shop", Duration.ofMinutes(1))
                .servingSince(begin);
        List<MetricSpec> metrics = Stream.of("request-rate", "error-rate", "latency-p95")
                .flatMap(preset -> MetricArguments.parse(
                        "metrics",
                        List.of(Map.of("preset", preset, "source", source, "maxIncrease", "900%", "minSamples", 5)),
                        List.of("prometheus"))
                        .stream())
                .toList();
        List<Verdict> verdicts =
                new Analyst(Map.of("prometheus", prometheus)).look(metrics, subject, 25, clock.instant());
        Verdict rate = verdicts.get(0);
        assertThat(rate.stable() / rate.canary())
                .as("%s: %s", source, rate.reason())
                .isCloseTo(3, within(0.2));
        assertThat(verdicts.get(1).canary())
                .as("%s: %s", source, verdicts.get(1).reason())
                .isZero();
        assertThat(verdicts.get(2).canary())
                .as("%s: %s", source, verdicts.get(2).reason())
                .isBetween(0.0, 10.0);
    }

    private static HasMetadata read(String name) throws IOException {
        try (InputStream yaml = RoutersUnderTrafficTest.class.getResourceAsStream("routes/" + name + ".yaml")) {
            return Serialization.unmarshal(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Integer> shares(int weight) {
        return weight == 100
                ? Map.of("2", REQUESTS)
                : Map.of("1", REQUESTS * (100 - weight) / 100, "2", REQUESTS * weight / 100);
    }

    private void bring(TrafficRouter router, Route route) throws InterruptedException {
        Routing routing = router.route(cluster, route);
        for (int i = 0; i < 10 && !routing.inEffect(); i++) {
            time.pass(Duration.ofSeconds(1));
            routing = router.route(cluster, route);
        }
        assertThat(routing.inEffect()).as(routing.words()).isTrue();
        time.pass(Duration.ofMillis(100));
    }

    private Map<String, Integer> versions(URI url, String header, String value) throws Exception {
        Map<String, Integer> versions = new TreeMap<>();
        HttpRequest request = HttpRequest.newBuilder(url).header(header, value).build();
        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            versions.merge(response.body(), 1, Integer::sum);
        }
        return versions;
    }

    private String content(HasMetadata object) {
        HasMetadata there = cluster.find(object).orElseThrow();
        there.getMetadata().setManagedFields(null);
        there.getMetadata().setResourceVersion(null);
        there.getMetadata().setGeneration(null);
        return Serialization.asYaml(there).replaceAll("(?s)\nstatus:.*", "").strip();
    }
}
