package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.library.Programs;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every scenario of examples/infrastructure, with the real terraform. */
class InfrastructureExampleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "good, SUCCESS",
        "open, FAILURE",
        "resized, FAILURE",
        "rejected, ABORTED",
        "destroy, SUCCESS",
        "drift, FAILURE"
    })
    void endsAsItsScenarioSays(String scenario, String result) throws Exception {
        assumeTrue(Programs.has("terraform"), "Skipped: there is no terraform on the PATH to rehearse with");
        RehearsalResult ended = new ExampleRun("infrastructure", "Jenkinsfile", scenario)
                .rehearsed(folder, new Recording(), folder.resolve("home"));
        assertThat(ended.expectation().lines())
                .as(String.valueOf(ended.error()))
                .isEmpty();
        assertThat(ended.result()).isEqualTo(result);
    }
}
