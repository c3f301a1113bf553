package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Line;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import java.nio.file.Path;
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
    private StorefrontScenarios scenarios;
    private RehearsalResult good;

    @TempDir
    static Path folder;

    @BeforeAll
    void theProgramsRunForReal() throws Exception {
        scenarios = new StorefrontScenarios(folder);
        good = scenarios.rehearsal("good").run(System.nanoTime());
    }

    @Test
    void aGoodReleaseReachesEverybodyAndLosesNoRequest() {
        assertThat(good.result()).isEqualTo("SUCCESS");
        StorefrontScenarios.assertMet(good);
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
        RehearsalResult ended = scenarios.rehearsal(scenario).run(System.nanoTime());
        StorefrontScenarios.assertMet(ended);
        assertThat(ended.result()).isEqualTo(result);
        assertThat(ended.error().message()).contains(why);
        assertThat(ended.traffic()).extracting(Traffic::lost).containsOnly(0L);
    }
}
