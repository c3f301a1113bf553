package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A controller that dies while a scanner works. */
@ExtendWith(WithJenkins.class)
@NeedsWar("kills the controller")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanSurvivalTest {
    /** The scanner is slow in the one thing that is asked of it, and leaves a file when it begins. */
    private static final String SCANNER = """
            import io.jenkins.plugins.delivery.config.*
            def slow = new ScannerSettings('slow')
            slow.versionCommand = ['sh', '-c', 'if [ -f slow-version ]; then touch version-begun; sleep 6; fi; echo 1.0']
            slow.command = ['sh', '-c', 'if [ -f slow-scan ]; then touch scan-begun; sleep 6; fi; cat a.sarif']
            DeliveryConfiguration.get().scanners = %s
            print DeliveryConfiguration.get().scanners*.name
            """;

    private static final String REPORT = """
            {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[
            {"ruleId":"R1","level":"error","message":{"text":"bad"},"locations":[{"physicalLocation":{
            "artifactLocation":{"uri":"src/a.c"},"region":{"startLine":3}}}]}]}]}""";

    private static final String SCAN = """
            node {
              %s
              def found = securityScan(scanners: ['slow'], gates: [[severity: 'HIGH', max: 5]])
              echo "found ${found.total}"
            }
            """;

    private static final String FILES = """
              writeFile file: 'a.sarif', text: '''%s'''
              writeFile file: 'slow-%s', text: ''
            """;

    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
        assertThat(jenkins.as("admin").script(SCANNER.formatted("[slow]"))).isEqualTo("[slow]");
    }

    @AfterAll
    void end() {
        if (jenkins != null) {
            jenkins.as("admin").script(SCANNER.formatted("[]"));
        }
    }

    @ParameterizedTest(name = "while its {0} runs")
    @ValueSource(strings = {"version", "scan"})
    void aScanThatIsCutShortRunsAgainAndEndsAsIfNothingHadHappened(String phase) {
        String job = "scan-killed-in-" + phase;
        Builds builds = new Builds(jenkins.as("admin"));
        builds.job(job, SCAN.formatted(FILES.formatted(REPORT, phase)));
        int number = builds.begin(job);
        Path begun = jenkins.home().folder().resolve("workspace").resolve(job).resolve(phase + "-begun");
        Builds.until("the scanner works", () -> Files.exists(begun));

        jenkins.killAndStart();
        Builds.Ended ended = new Builds(jenkins.as("admin")).end(job, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).containsSubsequence("slow was cut short by a restart, and runs again", "found 1");
        assertOneFinding(job, number);
    }

    @Test
    void aScanThatHadHardlyBegunRunsToItsEnd() throws Exception {
        String job = "scan-killed-at-once";
        Builds builds = new Builds(jenkins.as("admin"));
        // Written here: a step that writes files is one that Jenkins cannot go on with after a restart.
        Path workspace = Files.createDirectories(
                jenkins.home().folder().resolve("workspace").resolve(job));
        Files.writeString(workspace.resolve("a.sarif"), REPORT);
        builds.job(job, SCAN.formatted(""));
        int number = builds.begin(job);
        builds.awaitLog(job, number, "[Pipeline] securityScan");

        jenkins.killAndStart();
        Builds.Ended ended = new Builds(jenkins.as("admin")).end(job, number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).containsSubsequence("[Pipeline] securityScan", "Resuming build", "found 1");
        assertOneFinding(job, number);
    }

    private void assertOneFinding(String job, int number) {
        assertThat(jenkins.as("admin")
                        .json("job/" + job + "/" + number + "/security-scan/json")
                        .toString())
                .contains("1 finding (1 HIGH)");
    }
}
