package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.CanaryPlan;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiServer;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rollouts against the API itself: server-side apply with its owners, defaults, immutable fields and dry runs. */
class RolloutsOverTheApiTest {
    private static final String YAML = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: shop-config}
            data: {greeting: hello VERSION}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers:
                    - name: shop
                      image: shop:0
                      env: [{name: GREETING, value: hello}]
                      ports: [{name: http, containerPort: 8080}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              selector: {app: shop}
              ports: [{name: http, port: 80, targetPort: http}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: shop}
            spec:
              ingressClassName: nginx
              rules:
                - host: shop.example.com
                  http:
                    paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: shop, port: {name: http}}}}
            """;

    private final Vertx vertx = Vertx.vertx();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private ApiServer server;
    private InstantControllers controllers;
    private KubernetesClient client;
    private int rollouts;

    @BeforeEach
    void connect() {
        server = new ApiServer(
                vertx, Clock.fixed(now, ZoneOffset.UTC), (namespace, pod, previous, lines) -> Optional.empty());
        controllers = new InstantControllers(server);
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.url())
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        NewNamespace.in(client, "prod");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        vertx.close();
    }

    @ParameterizedTest
    @CsvSource({"BLUE_GREEN, nginx", "CANARY, nginx", "CANARY, replicas", "ROLLING, nginx"})
    void everyStrategyGoesThereAndBack(StrategyKind strategy, String router) {
        assertEnd(Phase.COMPLETED, run(plan(strategy, "1", router)));
        assertEnd(Phase.COMPLETED, run(plan(strategy, "2", router)));
        assertThat(serving()).containsExactly("2");

        controllers.neverReady("3");
        assertEnd(Phase.ROLLED_BACK, run(plan(strategy, "3", router)));
        assertThat(serving()).containsExactly("2");
        assertThat(greeting()).isEqualTo("hello 2");

        RolloutPlan back = plan(StrategyKind.ROLLBACK, "", router).backTo("previous");
        assertEnd(Phase.COMPLETED, run(back));
        assertThat(serving()).containsExactly("1");
        assertThat(greeting()).isEqualTo("hello 1");
        assertEnd(Phase.COMPLETED, run(plan(strategy, "4", router)));
        assertThat(serving()).containsExactly("4");
    }

    @Test
    void whatSomebodyElseAppliedIsTakenOverOnlyWhenTold() {
        for (var object : manifests("1").objects()) {
            server.objects().apply("kubectl", object);
        }
        controllers.settle();

        RolloutState refused = run(plan(StrategyKind.CANARY, "2", "nginx"));
        assertEnd(Phase.ROLLED_BACK, refused);
        assertThat(refused.ending().reason()).contains("kubectl", "takeOver: true");
        assertThat(serving()).containsExactly("1");

        assertEnd(Phase.COMPLETED, run(plan(StrategyKind.CANARY, "2", "nginx").takingOver(true)));
        assertThat(serving()).containsExactly("2");
    }

    private void assertEnd(Phase phase, RolloutState end) {
        assertThat(end.phase())
                .as("%s, %s, %s", end.ending(), end.waitingFor(), end.trouble())
                .isEqualTo(phase);
    }

    private static Manifests manifests(String version) {
        Manifests manifests =
                Manifests.read(List.of(new ManifestFile("shop.yaml", YAML.replace("VERSION", version))), "prod");
        return Images.substitute(manifests, "shop", "shop:" + version);
    }

    private RolloutPlan plan(StrategyKind strategy, String version, String router) {
        Target target = new Target("production", "main", "prod", Target.ReachableAt.DNS);
        List<String> documents =
                version.isEmpty() ? List.of() : manifests(version).documents();
        return RolloutPlan.of(strategy, "shop", target, Timing.DEFAULT)
                .by("r" + rollouts++, "shop#1")
                .releasing(version, documents)
                .routing(CanaryPlan.of(List.of(25, 100), router));
    }

    private RolloutState run(RolloutPlan plan) {
        RolloutReconciler reconciler = new RolloutReconciler(new Analyst(Map.of()), holder -> false);
        RolloutState state = RolloutState.begin(plan, now);
        for (int i = 0; i < 500 && !state.phase().isFinal(); i++) {
            Tick tick = reconciler.reconcile(
                    plan, state, new KubernetesCluster(client, "prod"), Clock.fixed(now, ZoneOffset.UTC));
            state = RolloutState.fromJson(tick.state().toJson());
            controllers.settle();
            now = now.plus(tick.wakeUp()).plus(Duration.ofMillis(1));
        }
        return state;
    }

    private Set<String> serving() {
        Set<String> endpoints =
                server.objects().get(EndpointSlice.class, "prod", "shop").orElseThrow().getEndpoints().stream()
                        .filter(endpoint -> endpoint.getConditions().getReady())
                        .map(endpoint -> endpoint.getTargetRef().getName())
                        .collect(Collectors.toSet());
        return server.objects().list(Pod.class).stream()
                .filter(pod -> endpoints.contains(pod.getMetadata().getName()))
                .map(RolloutsOverTheApiTest::version)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String greeting() {
        return server.objects()
                .get(ConfigMap.class, "prod", "shop-config")
                .orElseThrow()
                .getData()
                .get("greeting");
    }

    private static String version(Pod pod) {
        return Images.version(pod.getSpec().getContainers().get(0).getImage());
    }
}
