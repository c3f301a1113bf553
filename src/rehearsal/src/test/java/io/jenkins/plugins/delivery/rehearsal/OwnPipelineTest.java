package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsalController;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageSummary;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Person;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario.Approval;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Jenkinsfile of this repository. What its scripts do, a build of the repository would do: here they are played. */
@Timeout(120)
class OwnPipelineTest {
    private static final Path JENKINSFILE = Path.of("../../Jenkinsfile");
    private static final Person BEA = new Person("bea", "Bea Builder", List.of("developers"));
    private static final Person MAYA = new Person("maya", "Maya Maintainer", List.of("maintainers"));
    private static final Map<String, String> TAG = Map.of("TAG_NAME", "v1.2.0");

    @TempDir
    private Path home;

    private final PlayedBuild build = new PlayedBuild();

    @Test
    void aChangeIsVerifiedScannedAndRehearsedAndNothingIsReleased() throws Exception {
        PipelineOutcome outcome = rehearse(Map.of());

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.SUCCESS);
        assertThat(build.scripts()).containsExactly(".ci/run", "mvn -B -q compile exec:java");
        assertThat(passed(outcome)).contains("Verify", "Scan", "Rehearse").doesNotContain("Approve", "Release");
        assertThat(archived())
                .containsExactly(
                        "delivery/security-scan-spotbugs.json",
                        "delivery/security-scan-spotbugs.sarif",
                        "target/rehearsal/index.html");
    }

    @Test
    void aTagIsReleasedWhenAMaintainerApproves() throws Exception {
        PipelineOutcome outcome = rehearse(TAG);

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.SUCCESS);
        assertThat(outcome.text()).contains("Release v1.2.0?", "Released by maya");
        assertThat(archived()).contains("src/plugin/target/progressive-delivery.hpi", "target/rehearsal/index.html");
    }

    @Test
    void maintainersMayTakeLongerThanTheChecks() throws Exception {
        PipelineOutcome outcome = rehearse(TAG, KillPlan.none(), vote("maya", "approve", Duration.ofHours(70)));

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.SUCCESS);
        assertThat(outcome.duration()).isGreaterThanOrEqualTo(Duration.ofHours(70));
    }

    @Test
    void nobodyButAMaintainerReleases() throws Exception {
        PipelineOutcome outcome = rehearse(TAG, KillPlan.none(), vote("bea", "approve", Duration.ofMinutes(1)));

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.ABORTED);
        assertThat(archived()).doesNotContain("src/plugin/target/progressive-delivery.hpi");
    }

    @Test
    void aRejectedReleaseIsNotKept() throws Exception {
        PipelineOutcome outcome = rehearse(TAG, KillPlan.none(), vote("maya", "reject", Duration.ofMinutes(1)));

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.ABORTED);
        assertThat(archived()).doesNotContain("src/plugin/target/progressive-delivery.hpi");
    }

    @Test
    void aReleaseOutlivesAControllerThatDiesWhereverItCan() throws Exception {
        PipelineOutcome outcome = rehearse(TAG, KillPlan.everywhere());

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.SUCCESS);
        assertThat(outcome.restarts()).isPositive();
        assertThat(build.scripts()).containsExactly(".ci/run", "mvn -B -q compile exec:java");
        assertThat(archived()).contains("src/plugin/target/progressive-delivery.hpi");
    }

    @Test
    void aGraveFindingStopsBeforeAnythingElseRuns() throws Exception {
        build.finds("error");

        PipelineOutcome outcome = rehearse(TAG);

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("1 HIGH in code, 0 allowed");
        assertThat(build.scripts()).containsExactly(".ci/run");
    }

    @Test
    void aLesserFindingMakesTheBuildUnstable() throws Exception {
        build.finds("warning");

        PipelineOutcome outcome = rehearse(Map.of());

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.UNSTABLE);
        assertThat(passed(outcome)).contains("Rehearse");
    }

    @Test
    void aFailedBuildEndsThePipelineWithItsTestsRead() throws Exception {
        build.fails();

        PipelineOutcome outcome = rehearse(TAG);

        assertThat(outcome.result()).as(outcome.text()).isEqualTo(Result.FAILURE);
        assertThat(outcome.text()).contains("Recording test results");
        assertThat(build.scripts()).containsExactly(".ci/run");
    }

    private PipelineOutcome rehearse(Map<String, String> variables, Approval... votes) throws Exception {
        return rehearse(variables, KillPlan.none(), votes);
    }

    private PipelineOutcome rehearse(Map<String, String> variables, KillPlan kill, Approval... votes) throws Exception {
        RehearsalSettings settings = new RehearsalSettings(
                BEA.name(),
                List.of(BEA, MAYA),
                List.of(),
                variables,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Scenario scenario = new Scenario("", "", Map.of(), null, null, List.of(), List.of(votes), List.of(), "", null);
        try (VirtualClock clock = new VirtualClock();
                Scene scene = Scene.open(
                        settings, scenario, clock, home.resolve("cluster"), Optional.empty(), new Recording());
                RehearsalController controller = RehearsalController.start(home, clock, scene::prepare)) {
            return new PipelineRuntime()
                    .run(PipelineRequest.of(JENKINSFILE)
                            .home(controller.home())
                            .clock(clock)
                            .user(settings.startedBy())
                            .shell(build)
                            .kill(kill)
                            .observer(scene.observer())
                            .build());
        }
    }

    private static Approval vote(String person, String decision, Duration after) {
        return new Approval("", "", person, decision, "The checks were read.", after);
    }

    private static List<String> passed(PipelineOutcome outcome) {
        return all(outcome.stages())
                .filter(stage -> stage.state() == StageState.SUCCESS)
                .map(StageSummary::name)
                .toList();
    }

    private static Stream<StageSummary> all(List<StageSummary> stages) {
        return stages.stream().flatMap(stage -> Stream.concat(Stream.of(stage), all(stage.children())));
    }

    private List<String> archived() throws Exception {
        Path archive = home.resolve("jobs/pipeline/builds/1/archive");
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> archive.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
