package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.analysis.source.Endpoint;
import io.jenkins.plugins.delivery.engine.analysis.source.PrometheusProvider;
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
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficFaults;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficPump;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole rollouts with real processes, real requests all the time, and metrics that were counted from them. */
class RolloutsUnderTrafficTest {
    private static final Map<String, String> LABELS = Map.of("app", "tiny");

    private static final Map<String, Object> RANKS = Map.of(
            "preset", "latency-p95", "judge", "mann-whitney", "step", "10s", "minSamples", 20, "maxIncrease", "500%");
    private static final Map<String, Object> COUNTS =
            Map.of("preset", "error-rate", "judge", "sequential", "step", "10s", "maxIncrease", "50%");

    @TempDir
    private Path directory;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private EmbeddedCluster cluster;
    private volatile Busy observing = clock.busy("test");
    private int rollouts;

    @BeforeEach
    void start() throws IOException {
        cluster = new EmbeddedCluster(clock, directory.resolve("cluster"));
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
        "BLUE_GREEN, Service, nginx",
        "CANARY, Ingress, nginx",
        "CANARY, Ingress, replicas",
        "ROLLING, Service, nginx"
    })
    void no_request_is_lost_on_the_way_to_a_new_version(StrategyKind strategy, String front, String router)
            throws Exception {
        assertEnd(Phase.COMPLETED, run(plan(strategy, "1", router)));
        users(front);

        RolloutState end = run(plan(strategy, "2", router));

        assertEnd(Phase.COMPLETED, end);
        pass(Duration.ofSeconds(10));
        TrafficReport report = cluster.trafficReports().get(0);
        assertThat(report.lostReasons()).isEmpty();
        assertThat(report.sent()).isGreaterThanOrEqualTo(250);
        assertThat(report.points().get(report.points().size() - 1).share("2")).isEqualTo(1.0);
    }

    @Test
    void a_version_that_answers_with_errors_is_taken_back_by_its_metrics() throws Exception {
        assertEnd(Phase.COMPLETED, run(plan(StrategyKind.CANARY, "1", "nginx")));
        FrontKey front = users("Ingress");
        cluster.trafficFaults()
                .set(new TrafficFaults.Fault(
                        front, backend -> backend.version().equals("2"), 0.25, 0.5, Duration.ZERO));

        RolloutState end = run(plan(StrategyKind.CANARY, "2", "nginx"));

        assertEnd(Phase.ROLLED_BACK, end);
        assertThat(end.ending().reason()).startsWith("at 25 %: error-rate: ").contains("above the limit of 1 %");
        pass(Duration.ofSeconds(10));
        TrafficReport report = cluster.trafficReports().get(0);
        assertThat(report.lostReasons()).isEmpty();
        assertThat(report.points().get(report.points().size() - 1).share("1")).isEqualTo(1.0);
    }

    @Test
    void judges_of_series_and_of_counts_let_a_good_version_through_to_all_traffic() throws Exception {
        assertEnd(Phase.COMPLETED, run(plan(StrategyKind.CANARY, "1", "nginx")));
        users("Ingress");

        RolloutState end = run(plan(StrategyKind.CANARY, "2", "nginx").judgedBy(metrics(RANKS, COUNTS)));

        assertEnd(Phase.COMPLETED, end);
        assertThat(end.verdicts())
                .filteredOn(verdict -> verdict.outcome() == Verdict.Outcome.PASS && verdict.weight() == 100)
                .extracting(Verdict::metric)
                .contains("latency-p95", "error-rate");
    }

    @Test
    void a_slow_version_is_taken_back_by_its_ranks() throws Exception {
        assertEnd(Phase.COMPLETED, run(plan(StrategyKind.CANARY, "1", "nginx")));
        FrontKey front = users("Ingress");
        cluster.trafficFaults()
                .set(new TrafficFaults.Fault(
                        front, backend -> backend.version().equals("2"), 0.05, 0, Duration.ofMillis(300)));

        RolloutState end = run(plan(StrategyKind.CANARY, "2", "nginx").judgedBy(metrics(RANKS)));

        assertEnd(Phase.ROLLED_BACK, end);
        assertThat(end.ending().reason()).startsWith("at 25 %: latency-p95: higher than stable: shift +");
    }

    @Test
    void a_version_with_more_errors_is_taken_back_by_their_count() throws Exception {
        assertEnd(Phase.COMPLETED, run(plan(StrategyKind.CANARY, "1", "nginx")));
        FrontKey front = users("Ingress");
        cluster.trafficFaults()
                .set(new TrafficFaults.Fault(
                        front, backend -> backend.version().equals("2"), 0.25, 0.2, Duration.ZERO));

        RolloutState end = run(plan(StrategyKind.CANARY, "2", "nginx").judgedBy(metrics(COUNTS)));

        assertEnd(Phase.ROLLED_BACK, end);
        assertThat(end.ending().reason()).contains("requests failed on the new version", "on stable; evidence ");
    }

    private static List<MetricSpec> metrics(Map<?, ?>... metrics) {
        return MetricArguments.parse("metrics", List.of(metrics), List.of("prometheus"));
    }

    private static void assertEnd(Phase phase, RolloutState end) {
        assertThat(end.phase()).as("%s, %s", end.ending(), end.waitingFor()).isEqualTo(phase);
    }

    private FrontKey users(String kind) throws InterruptedException {
        FrontKey front = new FrontKey(kind, "default", "tiny");
        cluster.traffic(new TrafficPump.Load(front, 20, 4, List.of("/")));
        pass(Duration.ofSeconds(5));
        return front;
    }

    private RolloutPlan plan(StrategyKind strategy, String version, String router) throws IOException {
        ImageReference image = TinyImages.load(cluster, directory, version);
        List<HasMetadata> objects = List.of(
                TinyImages.deployment("tiny", image.toString(), 2, LABELS),
                TinyImages.service("tiny", LABELS),
                ingress());
        List<ManifestFile> files = objects.stream()
                .map(object -> new ManifestFile(object.getKind() + ".yaml", Serialization.asYaml(object)))
                .toList();
        Timing timing = new Timing(
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5));
        return RolloutPlan.of(
                        strategy,
                        "tiny",
                        new Target("production", "main", "default", Target.ReachableAt.ANNOTATION),
                        timing)
                .by("r" + rollouts++, "tiny#1")
                .releasing(version, Manifests.read(files, "default").documents())
                .routing(CanaryPlan.of(List.of(25, 50, 100), router))
                .judgedBy(
                        strategy == StrategyKind.CANARY
                                ? MetricArguments.parse(
                                        "metrics",
                                        List.of(Map.of("preset", "error-rate", "max", 0.01)),
                                        List.of("prometheus"))
                                : List.of());
    }

    private RolloutState run(RolloutPlan plan) throws InterruptedException {
        URI prometheus = URI.create(cluster.prometheus().orElseThrow());
        Analyst analyst = new Analyst(Map.of(
                "prometheus",
                new PrometheusProvider(
                        new Endpoint(HttpClient.newHttpClient(), prometheus, Map.of(), Duration.ofSeconds(10)))));
        RolloutState state = RolloutState.begin(plan, clock.instant());
        for (int i = 0; i < 1000 && !state.phase().isFinal(); i++) {
            Tick tick = new RolloutReconciler(analyst, holder -> false)
                    .reconcile(plan, state, new KubernetesCluster(cluster.client(), "default"), clock);
            state = RolloutState.fromJson(tick.state().toJson());
            pass(tick.wakeUp().plus(Duration.ofMillis(10)));
        }
        return state;
    }

    private static Ingress ingress() {
        return new IngressBuilder()
                .withNewMetadata()
                .withName("tiny")
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .withNewHttp()
                .addNewPath()
                .withPath("/")
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName("tiny")
                .withNewPort()
                .withNumber(80)
                .endPort()
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }

    /** Lets virtual time go on; it stands still while the rollout looks. */
    private void pass(Duration duration) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Busy before = observing;
        clock.schedule(duration, () -> {
            observing = clock.busy("test");
            passed.countDown();
        });
        before.close();
        if (!passed.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("virtual time stands still, busy with " + clock.busyWith());
        }
    }
}
