package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.MetricProviderType;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a rollout when somebody renames, changes or deletes the settings that it uses. */
class ChangedSettingsTest {
    /** What is in a cluster that serves the first version. */
    private static Map<String, ObjectNode> served;

    private PretendCluster cluster;
    private PretendCluster other;
    private StepHarness harness;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        ChangedSettingsTest first = new ChangedSettingsTest();
        served = Map.of();
        first.start(folder);
        first.harness.start(rolling("1")).result();
        served = first.cluster.copy();
        first.stop();
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        cluster.become(served);
        other = new PretendCluster();
        harness = new StepHarness(folder);
        Files.createDirectories(harness.workspace.resolve("deploy"));
        Files.writeString(harness.workspace.resolve("deploy/shop.yaml"), PretendCluster.manifests("shop"));
        settings(List.of(cluster("main", cluster)), List.of(environment("production", "main", "prod")));
    }

    @AfterEach
    void stop() {
        harness.close();
        cluster.close();
        other.close();
    }

    /** Each of them while traffic is in the middle. */
    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "the environment is renamed",
                        test -> settings(
                                List.of(cluster("main", test.cluster)), List.of(environment("live", "main", "prod")))),
                change("the environment and its cluster are deleted", test -> settings(List.of(), List.of())),
                change(
                        "the cluster is renamed",
                        test -> settings(
                                List.of(cluster("eu", test.cluster)),
                                List.of(environment("production", "eu", "prod")))),
                change(
                        "the environment moves to another cluster",
                        test -> settings(
                                List.of(cluster("main", test.cluster), cluster("new", test.other)),
                                List.of(environment("production", "new", "prod")))),
                change(
                        "the environment moves to another namespace",
                        test -> settings(
                                List.of(cluster("main", test.cluster)),
                                List.of(environment("production", "main", "prod-2")))),
                change(
                        "the cluster becomes another server",
                        test -> settings(
                                List.of(cluster("main", test.other)),
                                List.of(environment("production", "main", "prod")))),
                change("the job may not use the cluster any more", test -> {
                    ClusterSettings closed = cluster("main", test.cluster);
                    closed.setAllowedFolders(List.of("elsewhere"));
                    closed.setAllowedNamespaces(List.of("none"));
                    settings(List.of(closed), List.of(environment("production", "main", "prod")));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_rollout_goes_on_where_it_began_also_after_a_restart(String what, Change change) throws Exception {
        underWay();

        change.in(this);
        harness.restart();

        assertThat(harness.result()).containsEntry("outcome", "COMPLETED").containsEntry("version", "2");
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
        assertThat(other.has("shop")).as("touched elsewhere").isFalse();
        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.PASSED);
        assertThat(report().getEnvironment()).isEqualTo("production");
    }

    /** Those that could lead an abort astray. */
    static Stream<Arguments> worst() {
        return changes()
                .filter(change -> String.valueOf(change.get()[0]).matches(".*(deleted|another server|not use).*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worst")
    void an_abort_takes_traffic_back_where_it_is(String what, Change change) throws Exception {
        underWay();

        change.in(this);
        harness.restart();
        harness.stop(
                new FlowInterruptedException(Result.ABORTED, true, new CauseOfInterruption.UserInterruption("alice")));

        assertThat(harness.failure()).isInstanceOf(FlowInterruptedException.class);
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
        assertThat(other.has("shop")).as("touched elsewhere").isFalse();
        assertThat(report().getHeadline()).contains("was taken back, 1 serves all traffic");
    }

    /** It waits for another release of the same application, and has touched nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_rollout_that_still_waits_ends_with_a_sentence_that_says_what_is_gone(String what, Change change)
            throws Exception {
        cluster.lock("shop");
        harness.start(rolling("2"));
        for (int i = 0; i < 6; i++) {
            harness.step();
        }
        assertThat(harness.status()).contains("other#1");

        change.in(this);
        harness.restart();

        assertThat(harness.failure())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("nothing was changed")
                .satisfies(failure -> assertThat(failure.getMessage())
                        .containsAnyOf(
                                "The settings were changed while the build waited: ", "may not be used by shop"));
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.FAILED);
    }

    @Test
    void a_metric_provider_that_is_deleted_is_asked_until_the_rollout_is_over() throws Exception {
        other.answers = "{\"value\": 0}";
        MetricProviderSettings provider = new MetricProviderSettings("slo");
        provider.setType(MetricProviderType.WEB);
        provider.setUrl(other.url() + "/slo");
        DeliveryConfiguration.get().setMetricProviders(List.of(provider));
        CanaryPromoteStep step = canary("2");
        step.setMetrics(
                List.of(Map.of("name", "errors", "provider", "slo", "query", "any", "path", "$.value", "max", 1)));
        harness.start(step);
        untilCanary();

        DeliveryConfiguration.get().setMetricProviders(List.of());
        harness.restart();

        assertThat(harness.result()).containsEntry("outcome", "COMPLETED");
        assertThat(report().getModel().path("verdicts").findValuesAsText("outcome"))
                .isNotEmpty()
                .containsOnly("PASS");
    }

    private void underWay() throws Exception {
        harness.start(canary("2"));
        untilCanary();
    }

    private void untilCanary() {
        while (!cluster.has("deployments/shop-canary")) {
            assertThat(harness.step()).isTrue();
        }
    }

    private RolloutAction report() {
        List<RolloutAction> reports = harness.run.getActions(RolloutAction.class);
        return reports.get(reports.size() - 1);
    }

    private static RollingDeployStep rolling(String version) {
        RollingDeployStep step = Steps.with(new RollingDeployStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        return step;
    }

    private static CanaryPromoteStep canary(String version) {
        CanaryPromoteStep step = Steps.with(new CanaryPromoteStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        step.setWeights(List.of(50, 100));
        step.setInterval("10s");
        return step;
    }

    private static void settings(List<ClusterSettings> clusters, List<EnvironmentSettings> environments) {
        DeliveryConfiguration.get().setEnvironments(environments);
        DeliveryConfiguration.get().setClusters(clusters);
    }

    private static ClusterSettings cluster(String name, PretendCluster at) {
        ClusterSettings settings = new ClusterSettings(name);
        settings.setServer(at.url());
        return settings;
    }

    private static EnvironmentSettings environment(String name, String cluster, String namespace) {
        EnvironmentSettings environment = new EnvironmentSettings(name);
        environment.setCluster(cluster);
        environment.setNamespace(namespace);
        return environment;
    }

    private static Arguments change(String what, Change change) {
        return Arguments.of(what, change);
    }

    private interface Change {
        void in(ChangedSettingsTest test);
    }
}
