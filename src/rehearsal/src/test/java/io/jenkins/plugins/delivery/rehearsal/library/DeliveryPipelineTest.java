package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.engine.pipeline.Occasion;
import io.jenkins.plugins.delivery.engine.pipeline.PipelinePlan;
import io.jenkins.plugins.delivery.engine.pipeline.Stage;
import io.jenkins.plugins.delivery.engine.pipeline.Stage.Way;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageSummary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The flow with closures of a Jenkinsfile for all that needs a cluster or people. */
@Timeout(120)
class DeliveryPipelineTest {
    private static final String IMAGE = "registry.example.com/shop@sha256:" + "ab".repeat(32);

    private static final String FLOW = """
            deliveryPipeline {
                app = 'shop'
                version = "1.${env.BUILD_NUMBER}"
                checkout = false
                lint = [command: 'echo linting']
                test = { echo 'testing' }
                scan = [reports: 'lint.sarif']
                build = { echo "building ${it.version}"; '%s' }
                publish = { echo "publishing ${it.image}" }
                staging = { echo "to ${it.environment}" }
                smoke = { echo 'smoking' }
                approval = { echo 'approved' }
                production = { echo "to ${it.environment}: ${it.image}" }
                verify = { echo 'verified' }
                releaseNotes = false
                before = [staging: { echo "before ${it.environment}" }]
                after = [build: { echo "built ${it.image}" }]
                notify = { message -> echo "told: ${message}" }
            }
            """.formatted(IMAGE);

    private static final String CLEAN =
            "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"lint\"}}, \"results\": []}]}";

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    /** No script runs; each is answered by what it says. */
    private static ShellInterceptor answering(UnaryOperator<String> answers) {
        return new ShellInterceptor() {
            @Override
            public Optional<ShellOutcome> intercept(ShellCall call) {
                return Optional.of(new ShellOutcome(0, answers.apply(call.script()), ""));
            }
        };
    }

    private static List<String> names(PipelineOutcome outcome) {
        return outcome.stages().stream().map(StageSummary::name).toList();
    }

    @Test
    void goesFromLintToProductionInOrder() throws Exception {
        PipelineOutcome outcome =
                new Rehearsed(folder).file("lint.sarif", CLEAN).run(FLOW);
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        assertThat(names(outcome))
                .containsExactly(
                        "Checkout",
                        "Lint",
                        "Test",
                        "Scan",
                        "Build",
                        "Publish",
                        "Staging",
                        "Smoke",
                        "Approval",
                        "Production",
                        "Verify");
        assertThat(outcome.text())
                .contains("Without Provision, Migrate, Release notes: it is switched off")
                .containsSubsequence("building 1.1", "built " + IMAGE, "before staging", "to staging")
                .contains("to production: " + IMAGE, "told: shop 1.1 is in production");
    }

    /** All stages that the plan knows, in its order. */
    private static List<Stage> stages(List<String> environments) {
        Map<String, Way> replaced = new HashMap<>() {
            @Override
            public Way get(Object key) {
                return Way.REPLACED;
            }
        };
        return PipelinePlan.of(replaced, environments, List.of(), new Occasion(null, null, null), List.of())
                .stages();
    }

    @Test
    void everyStageIsReplacedByAClosureAndExtendedBeforeAndAfter() throws Exception {
        List<Stage> stages = stages(List.of("qa", "staging", "production"));
        StringBuilder script = new StringBuilder("deliveryPipeline {\n app = 'shop'\n version = '1'\n notify = false\n"
                + " environments = ['qa', 'staging', 'production']\n before = [:]\n after = [:]\n");
        for (String key : stages.stream().map(Stage::key).distinct().toList()) {
            script.append("""
                     %1$s = { echo "instead of %1$s ${it.environment}"%2$s }
                     before.%1$s = { echo "before %1$s ${it.environment}" }
                     after.%1$s = { echo "after %1$s ${it.environment}" }
                    """.formatted(key, key.equals("build") ? "; '" + IMAGE + "'" : ""));
        }
        PipelineOutcome outcome = new Rehearsed(folder).run(script.append("}\n").toString());
        assertThat(outcome.error()).as(outcome.text()).isNull();
        List<String> order = stages.stream()
                .flatMap(stage -> Stream.of("before ", "instead of ", "after ")
                        .map(when -> (when + stage.key() + " " + stage.environment()).strip()))
                .toList();
        assertThat(order).contains("after qa qa", "instead of smoke staging", "before releaseNotes production");
        assertThat(outcome.text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.matches("(before|instead of|after) .*")))
                .containsExactlyElementsOf(order);
    }

    @Test
    void whatWillCheckADeploymentIsReadBeforeAnythingIsDeployed() throws Exception {
        Rehearsed rehearsed = new Rehearsed(folder)
                .environments("staging", "production")
                .file("lint.sarif", CLEAN)
                .file("deploy/smoke.yaml", "checks: [{path: /healthz}]")
                .file("late.yaml", "checks: [{path: /healthz, maxMilis: 5}]");
        PipelineOutcome outcome = rehearsed.run(FLOW.replace("smoke = { echo 'smoking' }", "smoke = true")
                .replace("verify = { echo 'verified' }", "verify = [file: 'late.yaml']"));
        assertThat(outcome.error()).contains("late.yaml:1:10", "did you mean 'maxMillis'?");
        assertThat(names(outcome)).endsWith("Build", "Publish");
        assertThat(outcome.text())
                .contains("told: shop 1.1 stopped in Publish")
                .doesNotContain("publishing", "is brought back");
    }

    @Test
    void comesToTheSameEndWhenTheControllerIsKilledAtEveryStep() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder)
                .file("lint.sarif", CLEAN)
                .shell(answering(call -> ""))
                .killed(KillPlan.everywhere())
                .run(FLOW.replace("[command: 'echo linting']", "{ echo 'linting' }"));
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.restarts()).isPositive();
        assertThat(outcome.text()).contains("told: shop 1.1 is in production");
    }

    @Test
    void stopsWhereSomethingFailsAndSaysWhatWasDoneAndHowToGoOn() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder)
                .file("lint.sarif", CLEAN.replace("[]", "[{\"ruleId\": \"A\", \"level\": \"error\"}]"))
                .run(FLOW);
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("1 HIGH in code, 0 allowed: A");
        assertThat(names(outcome)).containsExactly("Checkout", "Lint", "Test", "Scan");
        assertThat(outcome.text())
                .contains("told: shop 1.1 stopped in Scan: pipeline #1")
                .contains("Done: Checkout, Lint, Test.")
                .contains("Not done: Build, Publish, Staging, Smoke, Approval, Production, Verify.")
                .contains("To go on: Nothing has left this build.");
    }

    @Test
    void aChangeRequestStopsBeforeAnythingIsPublished() throws Exception {
        PipelineOutcome outcome =
                new Rehearsed(folder).file("lint.sarif", CLEAN).run("withEnv(['CHANGE_ID=7']) {\n" + FLOW + "}\n");
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(names(outcome)).containsExactly("Checkout", "Lint", "Test", "Scan", "Build");
        assertThat(outcome.text())
                .contains("Without Publish, Staging, Smoke, Approval, Production, Verify: change request 7 stops")
                .contains("told: shop 1.1 got through Build");
    }

    @Test
    void onlyWhatPassedStagingIsOfferedToPeople() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder)
                .file("lint.sarif", CLEAN)
                .run(FLOW.replace("staging = { echo \"to ${it.environment}\" }", "staging = false")
                        .replace("before = [staging: { echo \"before ${it.environment}\" }]", ""));
        assertThat(outcome.error())
                .contains("shop sha256:abababababab has not passed staging: it was never deployed there");
        assertThat(names(outcome)).endsWith("Publish", "Approval").doesNotContain("Staging", "Smoke", "Production");
        assertThat(outcome.text()).doesNotContain("approved\n");
    }

    @Test
    void refusesAnUnknownSettingBeforeAnythingRuns() throws Exception {
        PipelineOutcome outcome = new Rehearsed(folder).run("deliveryPipeline app: 'shop', verfy: false");
        assertThat(outcome.error()).contains("deliveryPipeline: there is no setting 'verfy'; did you mean 'verify'?");
        assertThat(outcome.stages()).isEmpty();
    }

    @Test
    void whatTheAgentAndTheCheckoutLackIsSaidBeforeTheFirstStage() throws Exception {
        Rehearsed rehearsed = new Rehearsed(folder)
                .file("pyproject.toml", "")
                .shell(answering(
                        call -> call.contains("git rev-parse") ? COMMIT + "\ntrue\n M pyproject.toml\n" : "git\n"));
        PipelineOutcome outcome =
                rehearsed.run("deliveryPipeline(app: 'shop', image: 'registry.example.com/shop', checkout: false)");
        assertThat(outcome.error())
                .contains("The checkout is dirty: pyproject.toml are not as commit 01234567 has them")
                .contains("The checkout is shallow")
                .contains("There is no version")
                .contains("Test needs python3, and this agent has none. Install Python 3")
                .contains("Build needs pack, and this agent has none. Get pack");
        assertThat(names(outcome)).containsExactly("Checkout");
        assertThat(outcome.text()).contains("Stopped in Checkout: ", "To go on: Nothing was touched.");
    }
}
