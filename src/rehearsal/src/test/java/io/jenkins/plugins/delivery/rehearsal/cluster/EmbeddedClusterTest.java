package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.ServiceRoute;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.metrics.MetricsFault;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficFaults;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficPump;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficRouting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {
    private static final Map<String, String> LABELS = Map.of("app", "tiny");

    @TempDir
    private Path directory;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedCluster cluster;
    private volatile Busy observing = clock.busy("test");

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

    @Test
    void a_smoke_test_reaches_a_service_through_the_api_alone() throws Exception {
        deploy("1", 1);
        pass(Duration.ofSeconds(20));
        assertThat(smoke("tiny:80", Map.of("path", "/", "text", "1"))).isEmpty();
        assertThat(smoke("tiny:81", Map.of("path", "/"))).contains("status 503");
        assertThat(smoke("nobody", Map.of("path", "/"))).contains("no endpoints available for service");
        assertThat(smoke("tiny", Map.of("path", "/../../pods"))).contains("could lead out of the Service");
    }

    private String smoke(String service, Map<String, Object> check) throws IOException {
        SmokeSuite suite = SmokeArguments.parse(Map.of("service", service, "checks", List.of(check)));
        ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of(), 4);
        ServiceRoute route = new ServiceRoute(cluster.client().getConfiguration(), "default", suite.service());
        try (SmokeProber prober = new SmokeProber(settings, clock, route)) {
            Attempt attempt = prober.probe(suite.checks(), Duration.ofSeconds(30), any -> {})
                    .join()
                    .get(0);
            return attempt.mismatch() == null ? "" : attempt.mismatch().toString();
        }
    }

    @Test
    void runs_pods_as_processes_and_reaches_them_through_a_service() throws Exception {
        deploy("1", 2);
        pass(Duration.ofSeconds(20));

        Deployment deployment = cluster.client()
                .apps()
                .deployments()
                .inNamespace("default")
                .withName("tiny")
                .get();
        assertThat(deployment.getStatus().getAvailableReplicas()).isEqualTo(2);
        assertThat(deployment.getStatus().getConditions())
                .extracting("type", "status", "reason")
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Available", "True", "MinimumReplicasAvailable"),
                        org.assertj.core.groups.Tuple.tuple("Progressing", "True", "NewReplicaSetAvailable"));
        assertThat(get(serviceUrl("tiny")).body()).isEqualTo("1");
        Pod pod = pods().get(0);
        assertThat(cluster.client().pods().resource(pod).getLog()).contains("version 1 starts");
        assertThat(cluster.client()
                        .discovery()
                        .v1()
                        .endpointSlices()
                        .inNamespace("default")
                        .list()
                        .getItems())
                .singleElement()
                .satisfies(slice -> assertThat(slice.getEndpoints()).hasSize(2).allSatisfy(endpoint -> assertThat(
                                endpoint.getConditions().getReady())
                        .isTrue()));
    }

    @Test
    void says_why_a_pod_does_not_come_up() throws Exception {
        TinyImages.load(cluster, directory, "1");
        ImageReference crashing = TinyImages.load(cluster, directory, "2", "FAULT_CRASH=true");
        cluster.apply(
                "default",
                List.of(
                        TinyImages.deployment("missing", "registry.example.com/tiny:9", 1, Map.of("app", "missing")),
                        TinyImages.deployment("crashing", crashing.toString(), 1, Map.of("app", "crashing"))));
        pass(Duration.ofSeconds(6));

        assertThat(waiting("missing").getReason()).isEqualTo("ImagePullBackOff");
        assertThat(waiting("missing").getMessage()).contains("has no tiny with tag 9");
        assertThat(waiting("crashing").getReason()).isEqualTo("CrashLoopBackOff");
        Pod crashed = pod("crashing");
        assertThat(crashed.getStatus()
                        .getContainerStatuses()
                        .get(0)
                        .getLastState()
                        .getTerminated()
                        .getExitCode())
                .isEqualTo(3);
        assertThat(cluster.client().pods().resource(crashed).getLog()).contains("cannot go on");
        assertThat(cluster.client().v1().events().inNamespace("default").list().getItems())
                .extracting("reason")
                .contains("Failed", "BackOff", "Scheduled");
    }

    @Test
    void a_deployment_that_never_gets_ready_exceeds_its_deadline_and_serves_nothing() throws Exception {
        ImageReference image = TinyImages.load(cluster, directory, "1", "FAULT_NEVER_READY=true");
        cluster.apply(
                "default",
                List.of(
                        TinyImages.deployment("tiny", image.toString(), 1, LABELS),
                        TinyImages.service("tiny", LABELS)));
        pass(Duration.ofSeconds(90));

        assertThat(cluster.client()
                        .apps()
                        .deployments()
                        .inNamespace("default")
                        .withName("tiny")
                        .get()
                        .getStatus()
                        .getConditions())
                .filteredOn("type", "Progressing")
                .singleElement()
                .satisfies(condition -> assertThat(condition.getReason()).isEqualTo("ProgressDeadlineExceeded"));
        assertThat(get(serviceUrl("tiny")).statusCode()).isEqualTo(503);
    }

    @Test
    void a_rolling_update_and_a_switch_serve_thousands_of_requests_and_lose_none() throws Exception {
        deploy("1", 2);
        pass(Duration.ofSeconds(10));
        FrontKey front = new FrontKey("Service", "default", "tiny");
        cluster.traffic(new TrafficPump.Load(front, 50, 4, List.of("/", "/items")));
        pass(Duration.ofSeconds(20));

        ImageReference next = TinyImages.load(cluster, directory, "2");
        cluster.client()
                .apps()
                .deployments()
                .inNamespace("default")
                .withName("tiny")
                .edit(live -> new DeploymentBuilder(live)
                        .editSpec()
                        .editTemplate()
                        .editSpec()
                        .editFirstContainer()
                        .withImage(next.toString())
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());
        pass(Duration.ofSeconds(40));
        ImageReference green = TinyImages.load(cluster, directory, "3");
        Map<String, String> colour = Map.of("app", "green");
        cluster.apply("default", List.of(TinyImages.deployment("green", green.toString(), 2, colour)));
        pass(Duration.ofSeconds(20));
        cluster.client().services().inNamespace("default").withName("tiny").edit(live -> {
            live.getSpec().setSelector(colour);
            return live;
        });
        pass(Duration.ofSeconds(40));

        TrafficReport report = cluster.trafficReports().get(0);
        assertThat(report.lostReasons()).isEmpty();
        assertThat(report.lost()).isZero();
        assertThat(report.sent()).isGreaterThanOrEqualTo(5000);
        assertThat(report.requests()).containsOnlyKeys("1", "2", "3");
        assertThat(report.points().get(report.points().size() - 1).share("3")).isEqualTo(1.0);
    }

    @Test
    void splits_an_ingress_exactly_by_weight_and_counts_what_happens_for_metrics() throws Exception {
        canary(25);
        FrontKey front = new FrontKey("Ingress", "default", "tiny");
        cluster.traffic(new TrafficPump.Load(front, 20, 4, List.of("/")));
        cluster.trafficFaults()
                .set(new TrafficFaults.Fault(
                        front, backend -> backend.version().equals("2"), 0.25, 0.5, Duration.ofMillis(300)));
        pass(Duration.ofSeconds(60));

        TrafficReport report = cluster.trafficReports().get(0);
        assertThat(report.points())
                .filteredOn(point -> !point.requests().isEmpty())
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.share("2")).isEqualTo(0.25));
        assertThat(report.errors().get("2") / (double) report.requests().get("2"))
                .isCloseTo(0.5, within(0.01));
        String pods = "namespace=\"default\",pod=~\"tiny-canary-.*\"";
        assertThat(metric("sum(rate(http_requests_total{" + pods + "}[30s]))")).isCloseTo(5, within(0.3));
        assertThat(metric("sum(rate(http_requests_total{" + pods
                        + ",code=~\"5..\"}[30s])) / sum(rate(http_requests_total{" + pods + "}[30s]))"))
                .isCloseTo(0.5, within(0.03));
        assertThat(metric("histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{" + pods
                        + "}[30s])))"))
                .isBetween(0.25, 0.6);
    }

    @Test
    void a_fault_from_a_weight_on_does_not_show_below_it() throws Exception {
        canary(20);
        FrontKey front = new FrontKey("Ingress", "default", "tiny");
        cluster.trafficFaults()
                .set(new TrafficFaults.Fault(front, backend -> backend.version().equals("2"), 0.25, 1, Duration.ZERO));
        cluster.traffic(new TrafficPump.Load(front, 20, 4, List.of("/")));
        pass(Duration.ofSeconds(20));

        assertThat(cluster.trafficReports().get(0).errors()).isEmpty();
        assertThat(get(request(serviceUrl("tiny-canary"))).statusCode()).isEqualTo(200);
    }

    @Test
    void header_and_cookie_go_before_weights() throws Exception {
        canary(0);

        String url = cluster.url(new FrontKey("Ingress", "default", "tiny")).orElseThrow();
        assertThat(get(url).body()).isEqualTo("1");
        assertThat(get(request(url).header("x-beta", "always")).body()).isEqualTo("2");
        assertThat(get(request(url).header("Cookie", "beta=always")).body()).isEqualTo("2");
    }

    @Test
    void metrics_can_be_out_for_a_while() throws Exception {
        cluster.metrics()
                .fail(new MetricsFault(
                        MetricsFault.Answer.UNAVAILABLE, Duration.ofSeconds(10), Duration.ofSeconds(60)));

        assertThat(query("vector(1)").statusCode()).isEqualTo(200);
        pass(Duration.ofSeconds(10));
        assertThat(query("vector(1)").statusCode()).isEqualTo(503);
        pass(Duration.ofSeconds(60));
        assertThat(query("vector(1)").statusCode()).isEqualTo(200);
    }

    @Test
    void what_loses_its_owner_goes_with_its_processes() throws Exception {
        deploy("1", 1);
        pass(Duration.ofSeconds(10));
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .hasSize(1);

        cluster.client()
                .apps()
                .deployments()
                .inNamespace("default")
                .withName("tiny")
                .delete();
        pass(Duration.ofSeconds(10));

        assertThat(pods()).isEmpty();
        assertThat(cluster.client()
                        .apps()
                        .replicaSets()
                        .inNamespace("default")
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void a_day_of_waiting_costs_next_to_nothing() throws Exception {
        deploy("1", 1);
        pass(Duration.ofSeconds(10));
        cluster.traffic(new TrafficPump.Load(new FrontKey("Service", "default", "tiny"), 10, 4, List.of("/")));

        pass(Duration.ofHours(24));

        assertThat(cluster.trafficReports().get(0).points()).hasSizeBetween(300, 600);
    }

    private void deploy(String version, int replicas) throws IOException {
        ImageReference image = TinyImages.load(cluster, directory, version);
        cluster.apply(
                "default",
                List.of(
                        TinyImages.deployment("tiny", image.toString(), replicas, LABELS),
                        TinyImages.service("tiny", LABELS)));
    }

    private void canary(int weight) throws Exception {
        deploy("1", 1);
        ImageReference next = TinyImages.load(cluster, directory, "2");
        Map<String, String> labels = Map.of("app", "tiny-canary");
        cluster.apply(
                "default",
                List.of(
                        TinyImages.deployment("tiny-canary", next.toString(), 1, labels),
                        TinyImages.service("tiny-canary", labels),
                        ingress("tiny", Map.of()),
                        ingress(
                                "tiny-canary",
                                Map.of(
                                        "nginx.ingress.kubernetes.io/canary", "true",
                                        "nginx.ingress.kubernetes.io/canary-by-header", "x-beta",
                                        "nginx.ingress.kubernetes.io/canary-by-cookie", "beta",
                                        "nginx.ingress.kubernetes.io/canary-weight", Integer.toString(weight)))));
        pass(Duration.ofSeconds(10));
    }

    private static Ingress ingress(String name, Map<String, String> annotations) {
        return new IngressBuilder()
                .withNewMetadata()
                .withName(name)
                .withAnnotations(new HashMap<>(annotations))
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .withNewHttp()
                .addNewPath()
                .withPath("/")
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName(name)
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

    private List<Pod> pods() {
        return cluster.client().pods().inNamespace("default").list().getItems();
    }

    private Pod pod(String app) {
        return cluster.client()
                .pods()
                .inNamespace("default")
                .withLabel("app", app)
                .list()
                .getItems()
                .get(0);
    }

    private ContainerStateWaiting waiting(String app) {
        return pod(app).getStatus().getContainerStatuses().get(0).getState().getWaiting();
    }

    private String serviceUrl(String name) {
        return cluster.client()
                .services()
                .inNamespace("default")
                .withName(name)
                .get()
                .getMetadata()
                .getAnnotations()
                .get(TrafficRouting.REACHABLE_AT);
    }

    private double metric(String query) throws Exception {
        String body = query(query).body();
        return Double.parseDouble(body.replaceAll("(?s).*\"value\":\\[[^,]*,\"([^\"]*)\"].*", "$1"));
    }

    private HttpResponse<String> query(String query) throws Exception {
        return get(cluster.prometheus().orElseThrow() + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String url) throws Exception {
        return get(request(url));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> get(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Lets virtual time go on; it stands still while the test looks. */
    private void pass(Duration duration) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Busy before = observing;
        clock.schedule(duration, () -> {
            observing = clock.busy("test");
            passed.countDown();
        });
        before.close();
        if (!passed.await(120, TimeUnit.SECONDS)) {
            throw new AssertionError("virtual time stands still, busy with " + clock.busyWith());
        }
    }
}
