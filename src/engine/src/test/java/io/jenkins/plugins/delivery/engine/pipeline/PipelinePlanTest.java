package io.jenkins.plugins.delivery.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.Stage.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelinePlanTest {
    private static final List<String> MAIN = List.of("main", "release/*");
    private static final Occasion ON_MAIN = new Occasion(null, "main", null);

    private final Map<String, Way> ways = new HashMap<>();

    PipelinePlanTest() {
        for (String key : List.of(
                "checkout",
                "lint",
                "test",
                "scan",
                "build",
                "publish",
                "staging",
                "smoke",
                "approval",
                "production",
                "verify",
                "releaseNotes")) {
            ways.put(key, Way.USUAL);
        }
        ways.put("provision", Way.OFF);
        ways.put("migrate", Way.OFF);
    }

    private PipelinePlan plan(Occasion occasion, String... hooks) {
        return PipelinePlan.of(ways, List.of("staging", "production"), List.of(hooks), occasion, MAIN);
    }

    private static List<String> titles(PipelinePlan plan) {
        return plan.running().stream().map(Stage::title).toList();
    }

    @Test
    void main_goes_from_lint_to_the_release_notes() {
        assertThat(titles(plan(ON_MAIN)))
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
                        "Verify",
                        "Release notes");
    }

    @Test
    void what_is_off_by_itself_has_its_place_when_it_is_switched_on() {
        ways.put("provision", Way.ARGUMENTS);
        ways.put("migrate", Way.ARGUMENTS);
        assertThat(titles(plan(ON_MAIN))).containsSubsequence("Publish", "Provision", "Migrate", "Staging");
    }

    @Test
    void a_change_request_stops_before_anything_is_published() {
        PipelinePlan plan = plan(new Occasion("7", "PR-7", null));
        assertThat(titles(plan)).containsExactly("Checkout", "Lint", "Test", "Scan", "Build");
        assertThat(plan.stages())
                .filteredOn(stage -> stage.key().equals("staging"))
                .allSatisfy(stage ->
                        assertThat(stage.leftOut()).isEqualTo("change request 7 stops before anything is published"));
    }

    @Test
    void a_branch_is_released_if_it_is_one_of_those() {
        assertThat(titles(plan(new Occasion(null, "try-this", null)))).endsWith("Build");
        assertThat(titles(plan(new Occasion(null, "release/2", null)))).contains("Production");
    }

    @Test
    void a_tag_and_a_job_without_branches_are_released() {
        assertThat(titles(plan(new Occasion(null, "v1", "v1")))).contains("Production");
        assertThat(titles(plan(new Occasion(null, null, null)))).contains("Production");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout",
                "lint",
                "test",
                "scan",
                "build",
                "publish",
                "provision",
                "migrate",
                "smoke",
                "approval",
                "verify",
                "releaseNotes"
            })
    void each_stage_can_be_switched_off_alone(String key) {
        ways.replaceAll((stage, way) -> Way.REPLACED);
        List<String> all = titles(plan(ON_MAIN));
        assertThat(all).hasSize(ways.size());

        ways.put(key, Way.OFF);

        List<String> left = plan(ON_MAIN).running().stream().map(Stage::key).toList();
        assertThat(left).hasSize(all.size() - 1).doesNotContain(key);
    }

    @Test
    void without_staging_there_is_no_smoke_test_and_without_production_nobody_is_asked() {
        ways.put("staging", Way.OFF);
        assertThat(titles(plan(ON_MAIN))).doesNotContain("Smoke");
        ways.put("production", Way.OFF);
        assertThat(titles(plan(ON_MAIN))).endsWith("Publish").doesNotContain("Approval", "Verify", "Release notes");
    }

    @Test
    void environments_come_in_their_order_each_with_its_smoke_test() {
        ways.put("qa", Way.USUAL);
        PipelinePlan plan = PipelinePlan.of(ways, List.of("qa", "staging", "production"), List.of(), ON_MAIN, MAIN);
        assertThat(titles(plan))
                .containsSubsequence("Qa", "Smoke qa", "Staging", "Smoke staging", "Approval", "Production");
    }

    @Test
    void an_environment_needs_a_name_of_its_own() {
        assertThatThrownBy(() -> PipelinePlan.of(ways, List.of("test", "production"), List.of(), ON_MAIN, MAIN))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("'test' is the name of a stage");
        assertThatThrownBy(() -> PipelinePlan.of(ways, List.of(), List.of(), ON_MAIN, MAIN))
                .hasMessageContaining("name at least one");
        assertThatThrownBy(() -> PipelinePlan.of(ways, List.of("eu-west", "production"), List.of(), ON_MAIN, MAIN))
                .hasMessageContaining("environment: 'eu-west'");
    }

    @Test
    void a_hook_belongs_to_a_stage_that_can_run() {
        assertThatThrownBy(() -> plan(ON_MAIN, "before.stagign"))
                .hasMessageContaining("there is no stage 'stagign'; did you mean 'staging'?");
        assertThatThrownBy(() -> plan(ON_MAIN, "after.migrate")).hasMessageContaining("the stage is switched off");
        assertThat(titles(plan(ON_MAIN, "before.staging", "after.smoke"))).contains("Smoke");
    }

    @Test
    void what_the_agent_lacks_is_said_for_each_stage_that_is_ours() {
        Workspace maven = new Workspace(Set.of("pom.xml", "Dockerfile"), List.of(), Optional.empty());
        assertThat(plan(ON_MAIN).missing(maven, List.of("git")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Test needs mvn, and this agent has none. Install Maven")
                        .contains("mvn wrapper:wrapper"))
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith(
                                        "Build needs docker or buildctl or /kaniko/executor or mvn, and this agent has none of"));
        assertThat(plan(ON_MAIN).missing(maven, List.of("mvn")))
                .singleElement()
                .asString()
                .startsWith("Scan needs gitleaks or trivy, and this agent has none of them. Get Gitleaks");
        ways.put("scan", Way.ARGUMENTS);
        assertThat(plan(ON_MAIN).missing(maven, List.of("mvn"))).isEmpty();
        Workspace wrapped = new Workspace(Set.of("pom.xml", "mvnw"), List.of(), Optional.empty());
        assertThat(plan(ON_MAIN).missing(wrapped, List.of())).isEmpty();
        for (String key : List.of("lint", "test", "build", "publish")) {
            ways.put(key, Way.REPLACED);
        }
        assertThat(plan(ON_MAIN).missing(maven, List.of())).isEmpty();
    }

    private void contradiction(String image, boolean strategy) {
        new Contradictions(ways, List.of("staging", "production"), image).refuse(strategy);
    }

    @Test
    void what_contradicts_itself_is_refused() {
        contradiction("registry.example.com/shop", true);
        assertThatThrownBy(() -> contradiction("", false)).hasMessageContaining("image: say the repository");
        assertThatThrownBy(() -> contradiction("shop@sha256:" + "ab".repeat(32), false))
                .hasMessageContaining("is built already");
        ways.put("publish", Way.OFF);
        assertThatThrownBy(() -> contradiction("shop", false)).hasMessageContaining("publish: it is switched off");
        ways.put("build", Way.OFF);
        assertThatThrownBy(() -> contradiction("shop:1.5", false)).hasMessageContaining("nothing says what to deploy");
        contradiction("shop@sha256:" + "ab".repeat(32), false);
        ways.put("production", Way.REPLACED);
        assertThatThrownBy(() -> contradiction("shop@sha256:" + "ab".repeat(32), true))
                .hasMessageContaining("production is a closure of your own");
    }

    @Test
    void what_comes_before_and_after_the_people_is_told_apart() {
        PipelinePlan plan = plan(ON_MAIN);
        assertThat(plan.beforeGate()).last().extracting(Stage::title).isEqualTo("Smoke");
        assertThat(plan.gate()).extracting(Stage::title).containsExactly("Approval");
        assertThat(plan.afterGate()).extracting(Stage::title).containsExactly("Production", "Verify", "Release notes");
        ways.put("approval", Way.OFF);
        assertThat(plan(ON_MAIN).gate()).isEmpty();
        assertThat(plan(ON_MAIN).afterGate()).hasSize(3);
    }
}
