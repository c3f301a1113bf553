package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.BlueGreenPlan;
import io.jenkins.plugins.delivery.engine.rollout.CanaryPlan;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Users never notice: each of more than 50,000 requests is answered by a version that should answer it, while one version
 * replaces another, and while a third is taken back.
 */
class NoRequestIsLostTest {
    private static final int CLIENTS = 4;
    private static final int PER_SECOND = 20;
    private static final int SAMPLE = 800;
    private static final int LEAST = 12_500;
    private static final Map<String, String> LABELS = Map.of("app", "shop");

    @TempDir
    private Path directory;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final PassingTime time = new PassingTime(clock);
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = new EmbeddedCluster(clock, directory.resolve("cluster"));
        cluster.apply("default", List.of(Serialization.unmarshal("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: public}
                spec: {gatewayClassName: embedded, listeners: [{name: http, port: 80, protocol: HTTP}]}
                """, HasMetadata.class)));
    }

    @AfterEach
    void stop() {
        cluster.close();
        clock.close();
        ProcessHandle.current().descendants().forEach(process -> process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .join());
    }

    @ParameterizedTest
    @CsvSource({
        "BLUE_GREEN, service, Service",
        "BLUE_GREEN, http-route, HTTPRoute",
        "CANARY, nginx, Ingress",
        "CANARY, gateway-api, HTTPRoute"
    })
    void through_switch_and_each_weight_and_promotion_and_abort(StrategyKind strategy, String by, String front)
            throws Exception {
        run(plan(strategy, "1", by), (state, clients) -> state, null);
        URI url = URI.create(cluster.url(new FrontKey(front, "default", "shop")).orElseThrow());
        try (Clients clients = new Clients(clock, url, CLIENTS, PER_SECOND)) {
            Set<Integer> seen = new TreeSet<>();
            RolloutState promoted = run(
                    plan(strategy, "2", by),
                    (state, users) -> {
                        if (state.phase() == Phase.OBSERVE && seen.add(state.weight())) {
                            assertSplit(users.sample(SAMPLE), state.weight(), "1", "2");
                        }
                        return state;
                    },
                    clients);
            assertEnd(Phase.COMPLETED, promoted);
            assertThat(seen).containsAll(strategy == StrategyKind.CANARY ? List.of(25, 50, 100) : List.of(100));
            assertThat(clients.sample(SAMPLE)).containsOnlyKeys("2");

            RolloutState aborted = run(
                    plan(strategy, "3", by),
                    (state, users) -> state.phase() == Phase.OBSERVE && state.weight() >= 50
                            ? state.aborted("somebody has seen enough")
                            : state,
                    clients);
            assertEnd(Phase.ROLLED_BACK, aborted);
            assertThat(clients.sample(SAMPLE)).containsOnlyKeys("2");

            assertThat(clients.failures).isEmpty();
            assertThat(clients.total()).isGreaterThanOrEqualTo(LEAST);
        }
    }

    /** Within four standard deviations of the binomial distribution: one in 16,000 fair samples is further off. */
    private static void assertSplit(Map<String, Long> sample, int weight, String stable, String canary) {
        long total = sample.values().stream().mapToLong(Long::longValue).sum();
        double share = weight / 100.0;
        double expected = total * share;
        double bound = 4 * Math.sqrt(total * share * (1 - share));
        assertThat(sample.keySet()).isSubsetOf(stable, canary);
        assertThat((double) sample.getOrDefault(canary, 0L))
                .as("%s at %s %%", sample, weight)
                .isBetween(expected - bound, expected + bound);
    }

    private static void assertEnd(Phase phase, RolloutState end) {
        assertThat(end.phase()).as("%s, %s", end.ending(), end.waitingFor()).isEqualTo(phase);
    }

    private interface Watcher {
        RolloutState after(RolloutState state, Clients clients);
    }

    private RolloutState run(RolloutPlan plan, Watcher watcher, Clients clients) throws InterruptedException {
        RolloutReconciler reconciler = new RolloutReconciler(new Analyst(Map.of()), holder -> false);
        KubernetesCluster target = new KubernetesCluster(cluster.client(), "default");
        RolloutState state = RolloutState.begin(plan, clock.instant());
        for (int i = 0; i < 1000 && !state.phase().isFinal(); i++) {
            Tick tick = reconciler.reconcile(plan, state, target, clock);
            state = watcher.after(RolloutState.fromJson(tick.state().toJson()), clients);
            time.pass(tick.wakeUp().plus(Duration.ofMillis(10)));
        }
        return state;
    }

    private RolloutPlan plan(StrategyKind strategy, String version, String by) throws IOException {
        ImageReference image = TinyImages.load(cluster, directory, version);
        List<HasMetadata> objects = List.of(
                TinyImages.deployment("shop", image.toString(), 2, LABELS),
                TinyImages.service("shop", LABELS),
                route(Set.of("gateway-api", "http-route").contains(by) ? "gateway-api" : "nginx"));
        List<ManifestFile> files = objects.stream()
                .map(object -> new ManifestFile(object.getKind() + ".yaml", Serialization.asYaml(object)))
                .toList();
        Timing timing = new Timing(
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofSeconds(15),
                Duration.ZERO,
                Duration.ofSeconds(15),
                Duration.ofSeconds(15),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5));
        RolloutPlan plan = RolloutPlan.of(
                        strategy,
                        "shop",
                        new Target("production", "main", "default", Target.ReachableAt.ANNOTATION),
                        timing)
                .by("r" + version, "shop#" + version)
                .releasing(version, Manifests.read(files, "default").documents());
        return strategy == StrategyKind.CANARY
                ? plan.routing(CanaryPlan.of(List.of(25, 50, 100), by))
                : plan.switching(new BlueGreenPlan(by, null));
    }

    private static HasMetadata route(String name) throws IOException {
        try (InputStream yaml = NoRequestIsLostTest.class.getResourceAsStream("routes/" + name + ".yaml")) {
            return Serialization.unmarshal(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
