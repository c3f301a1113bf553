package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.library.Programs;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples go their good and their bad course: lint and tests, pods and requests are real; docker is a stand-in. */
@Timeout(240)
class ExamplesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "node-service, node, good, SUCCESS",
        "node-service, node, bad-release, FAILURE",
        "node-service, node, slow-staging, FAILURE",
        "python-worker, python3, good, SUCCESS",
        "python-worker, python3, bad-release, FAILURE",
        "blue-green, node, good, SUCCESS",
        "blue-green, node, rejected, ABORTED",
        "monorepo, node, good, SUCCESS",
        "monorepo, node, checkout-fails, FAILURE",
    })
    void endsAsItsScenarioSays(String example, String program, String scenario, String result) throws Exception {
        assumeTrue(
                Programs.has(program),
                "Skipped: there is no " + program + " on the PATH that " + example + " could run with");
        assumeTrue(Programs.has("curl"), "Skipped: there is no curl on the PATH to push images with");
        RehearsalResult ended = new ExampleRun(example, "Jenkinsfile", scenario)
                .rehearsed(folder, new Recording(), folder.resolve("home"));
        assertThat(ended.expectation().lines())
                .as(String.valueOf(ended.error()))
                .isEmpty();
        assertThat(ended.result()).as(String.valueOf(ended.error())).isEqualTo(result);
        if (!example.equals("blue-green")) {
            assertThat(ended.tests().total()).isPositive();
        }
        assertThat(ended.traffic()).extracting(Traffic::lost).allMatch(lost -> lost == 0);
    }
}
