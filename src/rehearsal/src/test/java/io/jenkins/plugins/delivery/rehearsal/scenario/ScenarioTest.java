package io.jenkins.plugins.delivery.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
    @TempDir
    private Path folder;

    @Test
    void reads_what_happens_and_what_must_come_of_it() throws IOException {
        Scenario scenario = read("""
                description: Errors at 25 %.
                parameters: {VERSION: 1.1.0}
                release: {fault: errors, fromWeight: 25, rate: 0.3}
                metrics: {answer: empty, from: 1m, for: 10m}
                api:
                  - {fault: conflict, verb: PATCH, resource: deployments, after: 2, times: 3}
                approvals:
                  - {environment: production, by: alice, decision: reject, reason: Too late., after: 5m}
                inputs:
                  - {message: Deploy*, decision: abort, parameters: {TARGET: blue}}
                kill: 7
                expect: {result: FAILURE, serves: previous, lost: 2, message: rolled back}
                """);

        assertThat(scenario.name()).isEqualTo("course");
        assertThat(scenario.release()).isEqualTo(new Scenario.Release("errors", 25, 0.3, Duration.ZERO, true, ""));
        assertThat(scenario.metrics())
                .isEqualTo(new Scenario.Outage("empty", Duration.ofMinutes(1), Duration.ofMinutes(10)));
        assertThat(scenario.api()).containsExactly(new Scenario.ApiFault("conflict", "PATCH", "deployments", "", 2, 3));
        assertThat(scenario.approvals())
                .containsExactly(
                        new Scenario.Approval("production", "", "alice", "reject", "Too late.", Duration.ofMinutes(5)));
        assertThat(scenario.inputs())
                .containsExactly(
                        new Scenario.Input("Deploy*", "", "abort", Map.of("TARGET", "blue"), Duration.ofSeconds(10)));
        assertThat(scenario.killPlan().killAt(7)).isTrue();
        assertThat(scenario.killPlan().killAt(8)).isFalse();
        assertThat(scenario.expect()).isEqualTo(new Scenario.Expect("FAILURE", "previous", 2, "rolled back", ""));
    }

    @Test
    void what_crashes_or_never_gets_ready_does_so_by_the_application() throws IOException {
        assertThat(read("release: {fault: crash}\n").release().byProxy()).isFalse();
        assertThat(read("release: {fault: never-ready}\n").release().byProxy()).isFalse();
        assertThat(read("release: {fault: latency, delay: 400ms, by: application}\n")
                        .release()
                        .byProxy())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    relaese: {fault: errors}                | release
                    release: {falt: errors}                 | fault
                    release: {fault: error}                 | errors
                    approvals: [{decision: aprove}]         | approve
                    inputs: [{decision: procede}]           | proceed
                    kill: sometimes                         | everywhere
                    expect: {result: FAILED}                | FAILURE
                    metrics: {answer: unavailable, for: xx} | for
                    api: [{fault: conflict, verb: GETS}]    | GET
                    """)
    void refuses_what_it_does_not_know_and_says_where_and_what_was_meant(String line, String hint) {
        assertThatThrownBy(() -> read("description: x\n" + line + "\n"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("course.yaml")
                .hasMessageContaining(hint);
    }

    private Scenario read(String text) throws IOException {
        return Scenario.read(Files.writeString(folder.resolve("course.yaml"), text), "course.yaml");
    }
}
