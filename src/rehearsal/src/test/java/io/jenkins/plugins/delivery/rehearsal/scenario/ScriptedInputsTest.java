package io.jenkins.plugins.delivery.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario.Input;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedInputsTest {
    private static final String SCRIPT =
            "timeout(time: 1, unit: 'HOURS') { input message: 'Deploy to production?' }\necho 'deployed'\n";

    @TempDir
    private Path home;

    @Test
    void somebody_says_yes_where_the_scenario_says_nothing() throws Exception {
        PipelineOutcome outcome = run(KillPlan.none());

        assertThat(outcome.text()).contains("deployed");
        assertThat(outcome.duration()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Test
    void the_answer_counts_although_the_controller_is_killed_while_the_question_is_open() throws Exception {
        PipelineOutcome outcome = run(KillPlan.everywhere(), answer("Deploy*", "proceed"));

        assertThat(outcome.restarts()).isPositive();
        assertThat(outcome.text()).contains("deployed");
    }

    @Test
    void somebody_says_no() throws Exception {
        PipelineOutcome outcome = run(KillPlan.none(), answer("Deploy*", "abort"));

        assertThat(outcome.result()).hasToString("ABORTED");
        assertThat(outcome.text()).doesNotContain("deployed");
    }

    @Test
    void nobody_answers_until_the_time_is_over() throws Exception {
        PipelineOutcome outcome = run(KillPlan.none(), answer("", "silence"));

        assertThat(outcome.result()).hasToString("ABORTED");
        assertThat(outcome.duration()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    private static Input answer(String message, String decision) {
        return new Input(message, "", decision, Map.of(), Duration.ofMinutes(2));
    }

    private PipelineOutcome run(KillPlan kill, Input... script) throws Exception {
        try (VirtualClock clock = new VirtualClock()) {
            return new PipelineRuntime()
                    .run(PipelineRequest.ofScript(SCRIPT)
                            .home(home)
                            .clock(clock)
                            .kill(kill)
                            .observer(new ScriptedInputs(clock, List.of("admin"), List.of(script)))
                            .build());
        }
    }
}
