package io.jenkins.plugins.delivery.steps.rollout;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.Item;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalSecurityRealm;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.HttpResponse;

/** What people decide about a rollout on its report: over the page or over REST. */
class RolloutDecisionsTest {
    private PretendCluster cluster;
    private StepHarness harness;

    @BeforeEach
    void pausedAtHalf(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        harness = new StepHarness(folder);
        people();
        Files.createDirectories(harness.workspace.resolve("deploy"));
        Files.writeString(harness.workspace.resolve("deploy/shop.yaml"), PretendCluster.manifests("shop"));
        ClusterSettings settings = new ClusterSettings("main");
        settings.setServer(cluster.url());
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setNamespace("prod");
        DeliveryConfiguration.get().setClusters(List.of(settings));
        DeliveryConfiguration.get().setEnvironments(List.of(production));
        harness.start(canary("1")).result();
        harness.start(canary("2"));
        while (!harness.status().contains("waiting at 50 %")) {
            assertThat(harness.step()).isTrue();
        }
    }

    private static void people() {
        Jenkins.get()
                .setSecurityRealm(new LocalSecurityRealm(
                        Map.of("alice", List.of("ops"), "erin", List.of(), "mallory", List.of())));
        LocalPermissions permissions = new LocalPermissions();
        permissions.grant("alice", Jenkins.READ, Item.READ, DeliveryPermissions.OPERATE);
        permissions.grant("erin", Jenkins.READ, Item.READ, DeliveryPermissions.APPROVE);
        Jenkins.get().setAuthorizationStrategy(permissions);
    }

    @AfterEach
    void stop() {
        harness.close();
        cluster.close();
    }

    @Test
    void the_step_says_what_it_waits_for_and_the_report_too() {
        assertThat(harness.status()).startsWith("paused; waiting at 50 % for somebody to promote or abort, until ");
        assertThat(report().getVerdict()).isEqualTo(ReportVerdict.WAITING);
    }

    @Test
    void item_02_only_who_may_operate_decides() throws Exception {
        for (String outsider : List.of("erin", "mallory")) {
            assertThatThrownBy(() -> as(outsider, () -> report().doPromote(null, "")))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> as(outsider, () -> report().doHold(null, "")))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> as(outsider, () -> report().doAbort(null, "")))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThat(as(outsider, () -> report().getChoices())).isEmpty();
        }
        assertThat(report().decisions()).isEmpty();
    }

    @Test
    void promoted_it_goes_on_and_says_who_did_it() throws Exception {
        assertThat(as("alice", () -> report().getChoices())).containsExactly("promote", "hold", "abort");

        HttpResponse answer = as("alice", () -> report().doPromote(null, "numbers are fine"));

        assertThat(status(answer)).isEqualTo(200);
        assertThat(harness.result()).containsEntry("outcome", "COMPLETED");
        assertThat(harness.log()).contains("promoted by alice (alice): numbers are fine");
        assertThat(report().decisions()).singleElement().satisfies(one -> assertThat(one)
                .returns("alice (alice)", RolloutDecision::by)
                .returns(RolloutDecision.Kind.PROMOTE, RolloutDecision::kind)
                .returns("numbers are fine", RolloutDecision::reason));
        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
    }

    @Test
    void aborted_it_goes_back_and_the_build_fails_with_the_name() throws Exception {
        as("alice", () -> report().doAbort(null, "orders look odd"));

        assertThat(harness.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("shop 2 in production was taken back, 1 serves all traffic:"
                        + " aborted by alice (alice): orders look odd");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
    }

    @Test
    void a_decision_that_a_killed_controller_had_written_down_counts_after_it() throws Exception {
        as("alice", () -> report().doPromote(null, ""));

        harness.restart();

        assertThat(harness.result()).containsEntry("outcome", "COMPLETED");
    }

    @Test
    void what_makes_no_sense_is_refused_and_not_recorded() throws Exception {
        assertThat(status(as("alice", () -> report().doHold(null, "")))).isEqualTo(200);
        JsonResponse twice = (JsonResponse) as("alice", () -> report().doHold(null, ""));
        JsonResponse late;
        as("alice", () -> report().doPromote(null, ""));
        harness.result();
        late = (JsonResponse) as("alice", () -> report().doAbort(null, ""));

        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.model().toString()).contains("it is already held by alice (alice)");
        assertThat(late.status()).isEqualTo(409);
        assertThat(report().decisions())
                .extracting(RolloutDecision::kind)
                .containsExactly(RolloutDecision.Kind.HOLD, RolloutDecision.Kind.PROMOTE);
    }

    @Test
    void many_clicks_at_once_are_one_promotion() throws Exception {
        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return status(as("alice", () -> report().doAbort(null, "")));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();

        assertThat(answers).filteredOn(answer -> answer == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer != 200).containsOnly(409);
        assertThat(report().decisions()).hasSize(1);
    }

    private RolloutAction report() {
        List<RolloutAction> reports = harness.run.getActions(RolloutAction.class);
        return reports.get(reports.size() - 1);
    }

    private static int status(HttpResponse answer) {
        return ((JsonResponse) answer).status();
    }

    private static CanaryPromoteStep canary(String version) {
        CanaryPromoteStep step = Steps.with(new CanaryPromoteStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        step.setWeights(List.of(50, 100));
        step.setPauseAt(version.equals("1") ? List.of() : List.of(50));
        return step;
    }
}
