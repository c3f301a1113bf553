package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Line;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every scenario of the storefront, with its own processes and requests. Its programs run for real in the first one; the
 * others replay what came of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorefrontTest {
    private static final Path STOREFRONT =
            Path.of("../../examples/storefront").toAbsolutePath().normalize();

    /** How many boundaries are tried one at a time; {@code -Dkills=1000} tries all. */
    private static final int KILLS = Integer.getInteger("kills", 3);

    private final Recording recording = new Recording();
    private RehearsalResult good;

    @TempDir
    static Path folder;

    @BeforeAll
    void theProgramsRunForReal() throws Exception {
        good = rehearsal("good").run(System.nanoTime());
    }

    @Test
    void aGoodReleaseReachesEverybodyAndLosesNoRequest() {
        assertThat(good.result()).isEqualTo("SUCCESS");
        assertMet(good);
        assertThat(good.stages()).allMatch(stage -> stage.state().equals("SUCCESS"));
        assertThat(good.tests().total()).isPositive();
        assertThat(good.reports()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(good.traffic()).allMatch(traffic -> traffic.lost() == 0 && traffic.requests() > 1_000);
        assertThat(folder.resolve("target/rehearsal/index.html")).isNotEmptyFile();
        assertThat(folder.resolve("target/rehearsal/result.json")).isNotEmptyFile();
    }

    @Test
    void theReleaseIsHeldToItsOpenApiDocumentThroughTheApiServerAndAmongTheTests() {
        assertThat(good.log())
                .extracting(Line::text)
                .anyMatch(line -> line.matches("smokeTest: 5 checks until .* through the API server"));
        JsonNode smoke = good.reports().stream()
                .filter(report -> report.path("kind").asText().equals("smoke-test")
                        && report.path("name").asText().equals("Production"))
                .findFirst()
                .orElseThrow();
        assertThat(smoke.path("verdict").asText()).isEqualTo("PASSED");
        assertThat(smoke.path("model").path("checks").findValuesAsText("name")).contains("openapi /api/items");
        int ofTheProgram = 22;
        assertThat(good.tests().total()).isGreaterThanOrEqualTo(ofTheProgram + 3 * 5);
    }

    @ParameterizedTest
    @CsvSource({
        "bad-release, FAILURE, error-rate",
        "slow-release, FAILURE, latency-p95",
        "never-ready, FAILURE, readiness probe fails",
        "metrics-down, FAILURE, cannot tell",
        "rejected, ABORTED, Rejected by Alice Archer",
    })
    void whatGoesWrongLeavesThePreviousReleaseServing(String scenario, String result, String why) throws Exception {
        RehearsalResult ended = rehearsal(scenario).run(System.nanoTime());
        assertMet(ended);
        assertThat(ended.result()).isEqualTo(result);
        assertThat(ended.error().message()).contains(why);
        assertThat(ended.traffic()).extracting(Traffic::lost).containsOnly(0L);
    }

    @Test
    void aControllerKilledAtEveryBoundaryOfOneRunStillDelivers() throws Exception {
        RehearsalResult ended = rehearsal("kill-everywhere").once(KillPlan.everywhere());
        assertMet(ended);
        assertThat(ended.result()).isEqualTo("SUCCESS");
        assertThat(ended.durability().restarts()).isGreaterThan(20);
    }

    @Test
    void aControllerKilledOnceEndsAsIfNothingHadHappened() throws Exception {
        int boundaries = good.durability().boundaries();
        List<Integer> tried = IntStream.rangeClosed(1, boundaries)
                .filter(at -> at % Math.max(1, boundaries / KILLS) == 0)
                .boxed()
                .toList();
        for (int at : tried) {
            RehearsalResult ended = rehearsal("kill-everywhere").once(KillPlan.at(at));
            assertThat(tuple(ended.result(), ended.durability().restarts()))
                    .as("killed at boundary %s of %s: %s", at, boundaries, ended.error())
                    .isEqualTo(tuple("SUCCESS", reached(ended, at) ? 1 : 0));
            assertMet(ended);
        }
    }

    /** How often a program is saved depends a little on how fast the cluster answers: a run may have fewer boundaries. */
    private static boolean reached(RehearsalResult ended, int boundary) {
        return ended.durability().boundaries() >= boundary;
    }

    private static void assertMet(RehearsalResult result) {
        assertThat(result.expectation().lines())
                .as(String.valueOf(result.error()))
                .isEmpty();
        assertThat(result.expectation().met()).isTrue();
    }

    private Rehearsal rehearsal(String scenario) {
        Path file = STOREFRONT.resolve("scenarios/" + scenario + ".yaml");
        assertThat(Files.exists(file)).as(file.toString()).isTrue();
        Options options =
                new Options(folder, STOREFRONT.resolve("Jenkinsfile"), Optional.of(file), Optional.empty(), false);
        return new Rehearsal(options, RunObserver.NONE, recording, folder.resolve("home"));
    }
}
