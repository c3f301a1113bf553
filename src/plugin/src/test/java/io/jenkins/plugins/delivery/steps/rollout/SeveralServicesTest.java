package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeveralServicesTest {
    private PretendCluster cluster;
    private StepHarness harness;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        harness = new StepHarness(folder);
        Files.createDirectories(harness.workspace.resolve("deploy"));
        for (String app : List.of("shop", "cart")) {
            Files.writeString(harness.workspace.resolve("deploy/" + app + ".yaml"), PretendCluster.manifests(app));
        }
        ClusterSettings settings = new ClusterSettings("main");
        settings.setServer(cluster.url());
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setNamespace("prod");
        DeliveryConfiguration.get().setClusters(List.of(settings));
        DeliveryConfiguration.get().setEnvironments(List.of(production));
    }

    @AfterEach
    void stop() {
        harness.close();
        cluster.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("apps: name 2 to 20 services", step -> step.setApps(List.of("shop"))),
                mistake("apps[1]: 'shop' is named twice", step -> step.setApps(List.of("shop", "shop"))),
                mistake("apps[1].app: 'My Cart' cannot name", step -> step.setApps(List.of("shop", "My Cart"))),
                mistake("apps[1].app: nothing was given", step -> step.setApps(List.of("shop", Map.of()))),
                mistake(
                        "apps[0]: there is no key 'img'; did you mean 'image'?",
                        step -> step.setApps(List.of(Map.of("app", "shop", "img", "shop:2"), "cart"))),
                mistake("image: with several services each has its own", step -> step.setImage("shop:2")),
                mistake(
                        "guardAfter: the cluster 'main' has no image of the guardian in its settings",
                        step -> step.setGuardAfter("10m")),
                mistake("guardAfter: '10s' is not between 1m and 24h", step -> step.setGuardAfter("10s")),
                mistake("guardAfter: 'soon' is not a duration", step -> step.setGuardAfter("soon")));
    }

    private static Arguments mistake(String message, Consumer<BlueGreenDeployStep> change) {
        BlueGreenDeployStep step = together("1");
        change.accept(step);
        return Arguments.of(message, step);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreToldBeforeAnythingIsTouched(String message, BlueGreenDeployStep step) {
        assertThatThrownBy(() -> harness.start(step)).hasMessageStartingWith("blueGreenDeploy: " + message);
        assertThat(cluster.has("shop-rollout")).isFalse();
    }

    @Test
    void eitherAppOrApps() {
        BlueGreenDeployStep step = Steps.with(new BlueGreenDeployStep("production", "shop"), "deploy/*.yaml");
        step.setApps(List.of("shop", "cart"));

        assertThatThrownBy(() -> harness.start(step)).hasMessageContaining("app: say either app or apps");
    }

    @Test
    void aServiceThatTheManifestsDoNotHaveEndsTheStepBeforeAnythingIsTouched() throws Exception {
        BlueGreenDeployStep step = together("1");
        step.setApps(List.of("shop", "cart", "auth"));

        assertThat(harness.start(step).failure())
                .hasMessageContaining("Nothing was touched.")
                .hasMessageContaining("'auth' among the manifests");
        assertThat(cluster.has("shop-rollout")).isFalse();
    }

    @Test
    void aWorkloadOfNobodyEndsTheStepBeforeAnythingIsTouched() throws Exception {
        Files.writeString(harness.workspace.resolve("deploy/auth.yaml"), PretendCluster.manifests("auth"));

        assertThat(harness.start(together("1")).failure())
                .hasMessageContaining("Deployment 'auth' belongs to none of the apps shop, cart");
    }

    @Test
    void allArePromotedAndEachHasAReportAndABlock() throws Exception {
        harness.start(together("1")).result();
        List<String> seen = new ArrayList<>();
        harness.block = variables -> {
            seen.add(variables.get("DELIVERY_APP") + " " + variables.get("DELIVERY_PREVIEW_URL"));
            assertThat(cluster.serves("shop")).isEqualTo("shop:1");
            assertThat(cluster.serves("cart")).isEqualTo("cart:1");
            return null;
        };

        Map<String, Object> result = harness.start(together("2")).result();

        assertThat(result).containsEntry("outcome", "COMPLETED").containsEntry("environment", "production");
        assertThat((List<?>) result.get("apps"))
                .extracting(one -> ((Map<?, ?>) one).get("app") + " " + ((Map<?, ?>) one).get("version"))
                .containsExactly("shop 2", "cart 2");
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "shop http://shop-preview.prod.svc:8080", "cart http://cart-preview.prod.svc:8080");
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
        assertThat(cluster.serves("cart")).isEqualTo("cart:2");
        assertThat(reports())
                .extracting(RolloutAction::getHeadline)
                .contains("cart 2 in production serves all traffic");
        assertThat(harness.log())
                .contains("{app=cart environment=production strategy=blue-green version=2 phase=completed from=unlock");
        assertThat(DeliveryFigures.get().page())
                .contains("delivery_rollouts_ended_total{app=\"cart\",environment=\"production\","
                        + "strategy=\"blue-green\",outcome=\"completed\"} ")
                .contains("# TYPE delivery_rollout_duration_seconds summary");
    }

    @Test
    void killedAfterEveryStepOneThatFailsItsChecksStillKeepsAll() throws Exception {
        harness.start(together("1")).result();
        harness.block = variables ->
                variables.get("DELIVERY_APP").equals("cart") ? new AbortException("GET / answered 500") : null;
        harness.start(together("2"));
        int kills = 0;
        while (harness.step()) {
            if (kills < 40 && kills++ % 2 == 0) {
                harness.restart();
            }
        }

        assertThat(harness.failure())
                .hasMessageContaining("cart 2 in production was taken back, 1 serves all traffic: the checks failed")
                .hasMessageContaining("shop 2 in production was taken back, 1 serves all traffic: cart goes back: ");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
        assertThat(cluster.serves("cart")).isEqualTo("cart:1");
        assertThat(reports())
                .filteredOn(report -> report.getVerdict() == ReportVerdict.FAILED)
                .hasSize(2);
    }

    private List<RolloutAction> reports() {
        return harness.run.getActions(RolloutAction.class);
    }

    private static BlueGreenDeployStep together(String version) {
        BlueGreenDeployStep step = Steps.with(new BlueGreenDeployStep("production", null), "deploy/*.yaml");
        step.setApps(List.of(
                Map.of("app", "shop", "image", "shop:" + version), Map.of("app", "cart", "image", "cart:" + version)));
        step.setKeepPrevious("10s");
        return step;
    }
}
