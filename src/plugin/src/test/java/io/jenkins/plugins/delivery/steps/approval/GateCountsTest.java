package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.engine.exposition.ExpositionText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates as Prometheus sees them. */
class GateCountsTest {
    private GateFixture fixture;
    private ApprovalAction action;

    @BeforeEach
    void aGateWaits(@TempDir Path home) throws Exception {
        fixture = new GateFixture(home);
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(2);
        action = fixture.start(step);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void one_that_is_open_waits() {
        assertThat(figures())
                .contains("delivery_gates_waiting{environment=\"\"} 1")
                .noneMatch(line -> line.startsWith("delivery_gates_ended_total{"));
    }

    @Test
    void a_vote_that_does_not_decide_ends_nothing() {
        action.decide(user("alice"), true, "");

        assertThat(figures()).noneMatch(line -> line.startsWith("delivery_gates_ended_total{"));
    }

    @Test
    void an_approval_counts_once_with_the_time_people_took() {
        fixture.clock.advance(Duration.ofMinutes(5));
        action.decide(user("alice"), true, "");
        action.decide(user("bob"), true, "");

        assertThat(figures())
                .contains("delivery_gates_ended_total{environment=\"\",outcome=\"approved\"} 1")
                .contains("delivery_gate_wait_seconds_sum{environment=\"\",outcome=\"approved\"} 300.0")
                .contains("delivery_gate_wait_seconds_count{environment=\"\",outcome=\"approved\"} 1")
                .noneMatch(line -> line.startsWith("delivery_gates_waiting{"));
    }

    @Test
    void so_does_a_rejection() {
        action.decide(user("alice"), false, "not today");

        assertThat(figures()).contains("delivery_gates_ended_total{environment=\"\",outcome=\"rejected\"} 1");
    }

    @Test
    void so_does_a_build_that_is_stopped_twice() {
        FlowInterruptedException stop =
                new FlowInterruptedException(Result.ABORTED, true, new CauseOfInterruption.UserInterruption("alice"));

        fixture.gate.stop(stop);
        fixture.gate.stop(stop);

        assertThat(figures()).contains("delivery_gates_ended_total{environment=\"\",outcome=\"aborted\"} 1");
    }

    private static Stream<String> figures() {
        return ExpositionText.of(GateCounts.get().families()).lines();
    }
}
