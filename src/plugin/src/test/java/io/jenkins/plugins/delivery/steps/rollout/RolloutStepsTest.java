package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import io.jenkins.plugins.delivery.steps.approval.ApprovalAction;
import io.jenkins.plugins.delivery.steps.approval.ApprovalGateStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RolloutStepsTest {
    private PretendCluster cluster;
    private StepHarness harness;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        harness = new StepHarness(folder);
        Files.createDirectories(harness.workspace.resolve("deploy"));
        Files.writeString(harness.workspace.resolve("deploy/shop.yaml"), PretendCluster.manifests("shop"));
        ClusterSettings settings = new ClusterSettings("main");
        settings.setServer(cluster.url());
        settings.setAllowedNamespaces(List.of("prod"));
        EnvironmentSettings production = environment("production", "prod");
        EnvironmentSettings foreign = environment("foreign", "kube-system");
        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        configuration.setClusters(List.of(settings));
        configuration.setEnvironments(List.of(production, foreign, new EnvironmentSettings("nowhere")));
        configuration.setMetricProviders(List.of(new MetricProviderSettings("prometheus")));
    }

    private static EnvironmentSettings environment(String name, String namespace) {
        EnvironmentSettings environment = new EnvironmentSettings(name);
        environment.setCluster("main");
        environment.setNamespace(namespace);
        return environment;
    }

    @AfterEach
    void stop() {
        harness.close();
        cluster.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "environment: there is no environment 'prodution'; did you mean 'production'?",
                        canary("prodution")),
                mistake("environment: 'nowhere' has no cluster in its settings", canary("nowhere")),
                mistake(
                        "environment: 'foreign' is namespace 'kube-system', which the cluster 'main' does not allow",
                        canary("foreign")),
                mistake("environment: say where to", Steps.with(new CanaryPromoteStep(null, "shop"), "a.yaml")),
                mistake(
                        "app: 'My Shop' cannot name",
                        Steps.with(new CanaryPromoteStep("production", "My Shop"), "a.yaml")),
                mistake(
                        "manifests: say where the manifests are",
                        Steps.with(new CanaryPromoteStep("production", "shop"), " ")),
                mistake(
                        "manifests: '../x.yaml' is no path inside",
                        Steps.with(new CanaryPromoteStep("production", "shop"), "../x.yaml")),
                mistake(
                        "weights: they have to rise, but 10 follows 25",
                        canary(step -> step.setWeights(List.of(25, 10)))),
                mistake(
                        "weights: '101' is no whole number from 1 to 100",
                        canary(step -> step.setWeights(List.of(5, 101)))),
                mistake("weights: '5%' is no whole number", canary(step -> step.setWeights(mixed("5%")))),
                mistake(
                        "pauseAt: '30' is none of the weights [5, 25, 50, 100], so it would never pause there",
                        canary(step -> step.setPauseAt(List.of(30)))),
                mistake(
                        "pauseAt: 0 means the step of chosen users, and match: says of none",
                        canary(step -> step.setPauseAt(List.of(0)))),
                mistake("pauseTimeout: '0s' is not between", canary(step -> step.setPauseTimeout("0s"))),
                mistake(
                        "match: there is no key 'headers'; did you mean 'header'?",
                        canary(step -> step.setMatch(Map.of("headers", Map.of("x-beta", "true"))))),
                mistake(
                        "match.header: expected names and values, as in ['x-beta': 'true'], but it is 'x-beta'",
                        canary(step -> step.setMatch(Map.of("header", "x-beta")))),
                mistake("match: it names no users", canary(step -> step.setMatch(Map.of("header", Map.of())))),
                mistake(
                        "match: 'x beta' is no name of a header",
                        canary(step -> step.setMatch(Map.of("header", Map.of("x beta", "true"))))),
                mistake(
                        "baseline: router 'replicas' splits by the number of pods, which baseline pods would change",
                        canary(step -> step.setBaseline(true))),
                mistake("baseline: there is nothing to compare; say metrics, too", canary(step -> {
                    step.setRouter("nginx");
                    step.setBaseline(true);
                })),
                mistake("maxSurge: router 'nginx' does not split by the number of pods", canary(step -> {
                    step.setRouter("nginx");
                    step.setMaxSurge("1");
                })),
                mistake(
                        "maxSurge: maxSurge: 'a few' is neither a number of pods nor a percentage",
                        canary(step -> step.setMaxSurge("a few"))),
                mistake("route: 'Shop Route' names no object", canary(step -> step.setRoute("Shop Route"))),
                mistake(
                        "router: there is no router 'ngnix'; did you mean 'nginx'?",
                        canary(step -> step.setRouter("ngnix"))),
                mistake("interval: '5 minutes' is not a duration", canary(step -> step.setInterval("5 minutes"))),
                mistake("timeout: '0s' is not between", canary(step -> step.setTimeout("0s"))),
                mistake(
                        "metrics[0].preset: there is no preset 'eror-rate'; did you mean 'error-rate'?",
                        canary(step -> step.setMetrics(List.of(Map.of("preset", "eror-rate", "max", 1))))),
                mistake(
                        "metrics[0].provider: there is no metric provider 'promethus'; did you mean 'prometheus'?",
                        canary(step ->
                                step.setMetrics(List.of(Map.of("query", "up", "max", 1, "provider", "promethus"))))),
                mistake("container: it only says", canary(step -> step.setContainer("shop"))));
    }

    /** One Prometheus may watch clusters with different routers; a metric has the last word. */
    @Test
    void presetsAskForTheSeriesOfTheEnvironment() {
        Map<String, Object> metric = Map.of("preset", "error-rate", "max", 0.01);
        Map<String, Object> own = Map.of("preset", "error-rate", "source", "envoy", "max", 0.01, "name", "own");
        CanaryPromoteStep step = canary(any -> any.setMetrics(List.of(metric, own)));
        assertThat(step.draft(false).metrics().get(0).query()).contains("http_requests_total{");

        DeliveryConfiguration.get().environment("production").setMetricSource("ISTIO");

        assertThat(step.draft(false).metrics().get(0).query()).contains("istio_requests_total{");
        assertThat(step.draft(false).metrics().get(1).query()).contains("envoy_cluster_upstream_rq{");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreToldBeforeAnythingIsTouched(String message, CanaryPromoteStep step) {
        assertThatThrownBy(() -> harness.start(step)).hasMessageStartingWith("canaryPromote: " + message);
        assertThat(cluster.has("shop-rollout")).isFalse();
    }

    @Test
    void blueGreenNeedsMetricsToWatchAndRollbackSomethingToBringBack() {
        BlueGreenDeployStep watch = Steps.with(new BlueGreenDeployStep("production", "shop"), "deploy/*.yaml");
        watch.setObserve("5m");
        assertThatThrownBy(() -> harness.start(watch)).hasMessageContaining("observe: there is nothing to watch");
        RollbackDeployStep back = new RollbackDeployStep("production", "shop");
        back.setTo("");
        assertThatThrownBy(() -> harness.start(back)).hasMessageContaining("to: say 'previous'");
    }

    @Test
    void aManifestThatIsNoYamlEndsTheStepWithLineAndColumnAndAReport() throws Exception {
        Files.writeString(harness.workspace.resolve("deploy/shop.yaml"), "kind: [Deployment\n");

        Throwable failure = harness.start(rolling("1")).failure();

        assertThat(failure)
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("Nothing was touched. deploy/shop.yaml, line 2, column 1: not YAML");
        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(cluster.has("shop-rollout")).isFalse();
    }

    @Test
    void whatNobodyApprovedIsNotDeployed() throws Exception {
        ApprovalGateStep gate = new ApprovalGateStep();
        gate.setEnvironment("production");
        gate.setArtifact("registry.example.com/shop@sha256:aa");
        harness.start(gate).step();
        harness.run.getAction(ApprovalAction.class).decide(User.getById("alice", true), true, "");
        harness.answer();

        Throwable failure = harness.start(rolling("1")).failure();

        assertThat(cluster.has("shop-rollout")).isFalse();
        assertThat(failure)
                .hasMessageContaining(
                        "Nothing was touched. image: 'registry.example.com/shop@sha256:aa' was approved for"
                                + " production, but");
    }

    /** Whatever the Jenkinsfile asks for: only what served in the environment before, and the way back is always open. */
    @Test
    void whatHasNotServedInTheEnvironmentBeforeIsNotDeployed() throws Exception {
        harness.start(rolling("1")).result();
        harness.start(rolling("2")).result();
        EnvironmentSettings production = environment("production", "prod");
        production.setPromotedFrom("staging");
        DeliveryConfiguration.get().setEnvironments(List.of(production, environment("staging", "prod")));
        String digest = "registry.example.com/shop@sha256:" + "a".repeat(64);
        RollingDeployStep release = Steps.with(new RollingDeployStep("production", "shop"), "deploy/*.yaml");
        release.setImage(digest);
        RollingDeployStep before = Steps.with(new RollingDeployStep("staging", "shop"), "deploy/*.yaml");
        before.setImage(digest);

        assertThat(harness.start(rolling("3")).failure())
                .hasMessageContaining("Nothing was touched. image: 'shop:3' has no digest");
        assertThat(harness.start(release).failure())
                .hasMessageContaining("has not passed staging: it was never deployed there")
                .hasMessageContaining("production gets only what passed staging");
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
        harness.start(new RollbackDeployStep("production", "shop")).result();
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");

        harness.start(before).result();
        assertThat(harness.start(release).result()).containsEntry("outcome", "COMPLETED");
        assertThat(harness.log()).contains("passed staging by this build and may go to production");
    }

    @Test
    void manifestsNeedANode() throws Exception {
        harness.withoutNode();
        assertThat(harness.start(rolling("1")).failure()).hasMessageContaining("run the step in a node");
    }

    @Test
    void returnsAPlainMapAndLeavesAReport() throws Exception {
        Map<String, Object> result = harness.start(rolling("1")).result();

        assertThat(result)
                .containsEntry("outcome", "COMPLETED")
                .containsEntry("version", "1")
                .containsEntry("strategy", "rolling")
                .containsEntry("url", "http://shop.prod.svc:8080");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.PASSED);
        assertThat(report().getHeadline()).isEqualTo("shop 1 in production serves all traffic");
        assertThat(report().getAddress()).isEqualTo("http://shop.prod.svc:8080");
        assertThat(report().getModel().at("/transitions").findValuesAsText("to"))
                .startsWith("PLAN", "APPLY", "READY");
        assertThat(harness.log()).contains("[shop 100 %] completed: version 1 serves");
    }

    @Test
    void theBlockSeesThePreviewBeforeUsersSeeTheVersion() throws Exception {
        harness.start(blueGreen("1")).result();
        List<String> seen = new ArrayList<>();
        harness.block = variables -> {
            seen.add(variables.get("DELIVERY_PREVIEW_URL"));
            assertThat(cluster.serves("shop-preview")).isEqualTo("shop:2");
            assertThat(cluster.serves("shop")).isEqualTo("shop:1");
            return null;
        };

        harness.start(blueGreen("2")).result();

        assertThat(seen).containsExactly("http://shop-preview.prod.svc:8080");
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
    }

    @Test
    void aBlockThatFailsTakesTheVersionBackAndFailsTheStep() throws Exception {
        harness.start(blueGreen("1")).result();
        harness.block = variables -> new AbortException("GET / answered 500");

        Throwable failure = harness.start(blueGreen("2")).failure();

        assertThat(failure)
                .isInstanceOf(AbortException.class)
                .hasMessage("shop 2 in production was taken back, 1 serves all traffic:"
                        + " the checks failed at preview: GET / answered 500");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.FAILED);
    }

    @Test
    void theBlockOfACanaryRunsAtEveryWeight() throws Exception {
        harness.start(canary(step -> step.setImage("shop:1"))).result();
        List<String> seen = new ArrayList<>();
        harness.block = variables -> {
            seen.add(variables.get("DELIVERY_CANARY_URL"));
            return null;
        };

        harness.start(canary(step -> {
                    step.setImage("shop:2");
                    step.setWeights(List.of(50, 100));
                }))
                .result();

        assertThat(seen).containsExactly("http://shop-canary.prod.svc:8080", "http://shop-canary.prod.svc:8080");
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
        assertThat(cluster.has("deployments/shop-canary")).isFalse();
    }

    @Test
    void killedAfterEveryStepItEndsAsIfNothingHadHappened() throws Exception {
        harness.start(canary(step -> step.setImage("shop:1"))).result();
        List<String> blocks = new ArrayList<>();
        harness.block = variables -> {
            blocks.add(variables.get("DELIVERY_CANARY_URL"));
            return null;
        };
        harness.start(canary(step -> {
            step.setImage("shop:2");
            step.setWeights(List.of(50, 100));
            step.setInterval("10s");
        }));
        int kills = 0;
        while (harness.step()) {
            if (kills < 60 && kills++ % 2 == 0) {
                harness.restart();
            }
        }

        assertThat(harness.result()).containsEntry("outcome", "COMPLETED");
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
        assertThat(kills).isEqualTo(60);
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void killedBetweenKnowingAndTellingItTellsAfterwards() throws Exception {
        harness.start(canary(step -> step.setImage("shop:1"))).result();
        int release = 1;
        do {
            String image = "shop:" + ++release;
            harness.nextBuild();
            harness.dieAfterSaving(release - 1);
            harness.start(canary(step -> {
                        step.setImage(image);
                        step.setWeights(List.of(50, 100));
                        step.setInterval("10s");
                    }))
                    .result();
            assertThat(report().getVerdict())
                    .as("killed after save %s", release - 1)
                    .isEqualTo(ReportVerdict.PASSED);
            assertThat(report().getHeadline()).contains("serves all traffic");
            assertThat(report().getModel().at("/transitions").findValuesAsText("to"))
                    .contains("COMPLETED");
        } while (harness.died());
        assertThat(release).isGreaterThan(15);
    }

    @Test
    void stoppedItSendsTrafficBackBeforeItEnds() throws Exception {
        harness.start(blueGreen("1")).result();
        harness.start(blueGreen("2"));
        while (!cluster.serves("shop").equals("shop:2")) {
            assertThat(harness.step()).isTrue();
        }
        FlowInterruptedException stop =
                new FlowInterruptedException(Result.ABORTED, true, new CauseOfInterruption.UserInterruption("alice"));

        harness.stop(stop);
        Throwable failure = harness.failure();

        assertThat(failure).isSameAs(stop);
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
        assertThat(report().getHeadline()).contains("was taken back, 1 serves all traffic", "alice");
    }

    @Test
    void itSaysWhyItWaitsAndGivesUpWithTheReason() throws Exception {
        harness.start(rolling("1")).result();
        cluster.broken.add("shop:2");
        harness.start(rolling("2"));
        for (int i = 0; i < 12; i++) {
            harness.step();
        }

        assertThat(harness.status()).contains("0 of 2 pods are available", "readiness probe fails");
        cluster.broken.clear();
        assertThat(harness.result()).containsEntry("outcome", "COMPLETED");
    }

    @Test
    void whileItWaitsItsReportSaysWhichPodsDoNotServeAndWhyAndKeepsThatOnTheWayBack() throws Exception {
        harness.start(rolling("1")).result();
        assertThat(report().getModel().at("/pods").findValuesAsText("ready")).containsExactly("true", "true");
        assertThat(report().getModel().at("/brokenPods")).isEmpty();
        cluster.broken.add("shop:2");
        harness.start(rolling("2"));
        for (int i = 0; i < 12; i++) {
            harness.step();
        }

        assertThat(report().getHeadline()).contains("0 of 2 pods are available");
        assertThat(report().getModel().at("/workloads/0/version").asText()).isEqualTo("2");
        assertThat(report().getModel().at("/pods").findValuesAsText("reason"))
                .containsExactly(
                        "the readiness probe fails on pod shop-x-0", "the readiness probe fails on pod shop-x-1");

        harness.stop(
                new FlowInterruptedException(Result.ABORTED, true, new CauseOfInterruption.UserInterruption("alice")));
        assertThat(harness.failure()).isInstanceOf(FlowInterruptedException.class);

        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(report().getModel().at("/pods").findValuesAsText("version")).containsExactly("1", "1");
        assertThat(report().getModel().at("/brokenPods").findValuesAsText("version"))
                .containsExactly("2", "2");
    }

    @Test
    void rollbackNeedsNeitherNodeNorManifests() throws Exception {
        harness.start(rolling("1")).result();
        harness.start(rolling("2")).result();
        harness.withoutNode();

        Map<String, Object> result =
                harness.start(new RollbackDeployStep("production", "shop")).result();

        assertThat(result).containsEntry("version", "1").containsEntry("previousVersion", "2");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
    }

    @Test
    void aClusterThatCannotBeReachedEndsTheStepBeforeAnythingIsTouched() throws Exception {
        DeliveryConfiguration.get().getClusters().get(0).setCredentialsId("gone");

        assertThat(harness.start(rolling("1")).failure())
                .hasMessageContaining("nothing was changed")
                .hasMessageContaining("There is no credential 'gone'");
    }

    private RolloutAction report() {
        List<RolloutAction> reports = harness.run.getActions(RolloutAction.class);
        return reports.get(reports.size() - 1);
    }

    /** What Jenkins puts into a list of numbers when a Jenkinsfile does. */
    @SuppressWarnings("unchecked")
    private static List<Integer> mixed(Object element) {
        return (List<Integer>) (List<?>) List.of(element);
    }

    private static Arguments mistake(String message, CanaryPromoteStep step) {
        return Arguments.of(message, step);
    }

    private static CanaryPromoteStep canary(String environment) {
        return Steps.with(new CanaryPromoteStep(environment, "shop"), "deploy/*.yaml");
    }

    private static CanaryPromoteStep canary(Consumer<CanaryPromoteStep> change) {
        CanaryPromoteStep step = canary("production");
        change.accept(step);
        return step;
    }

    private static RollingDeployStep rolling(String version) {
        RollingDeployStep step = Steps.with(new RollingDeployStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        return step;
    }

    private static BlueGreenDeployStep blueGreen(String version) {
        BlueGreenDeployStep step = Steps.with(new BlueGreenDeployStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        return step;
    }
}
