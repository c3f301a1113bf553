package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.library.Programs;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop of one page: step by step in a declarative Pipeline, and with the shared library. Pods and requests are real. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarativeExampleTest {
    /** Compilers and tests run once; what they left is replayed. */
    private final Recording recording = new Recording();

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({
        "Jenkinsfile, good, SUCCESS",
        "Jenkinsfile, never-ready, FAILURE",
        "with-library.Jenkinsfile, good, SUCCESS",
        "with-library.Jenkinsfile, fails-later, FAILURE",
        "rollback.Jenkinsfile, not-kept, ABORTED",
    })
    void endsAsItsScenarioSays(String jenkinsfile, String scenario, String result) throws Exception {
        assumeTrue(Programs.has("curl"), "Skipped: there is no curl on the PATH to push images with");
        Path home = folder.resolve("home-" + jenkinsfile + "-" + scenario);
        RehearsalResult ended = new ExampleRun("declarative", jenkinsfile, scenario).rehearsed(folder, recording, home);
        assertThat(ended.expectation().lines())
                .as(String.valueOf(ended.error()))
                .isEmpty();
        assertThat(ended.result()).as(String.valueOf(ended.error())).isEqualTo(result);
        assertThat(ended.traffic()).extracting(Traffic::lost).allMatch(lost -> lost == 0);
        if (result.equals("SUCCESS")) {
            assertThat(ended.tests().total()).isPositive();
            assertThat(archived(home, "release-notes.md"))
                    .contains("Released to production", "Alice Archer, APPROVE", "Rollback plan");
        } else if (!scenario.equals("never-ready")) {
            assertThat(archived(home, "incident.md"))
                    .contains(
                            "# Incident: shop", "was through, and was rolled back afterwards", "100 % of the traffic");
        }
    }

    private static String archived(Path home, String name) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            Path found = files.filter(file -> file.endsWith("archive/" + name))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(found);
        }
    }
}
