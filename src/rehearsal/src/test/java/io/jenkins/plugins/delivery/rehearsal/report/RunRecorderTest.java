package io.jenkins.plugins.delivery.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunRecorderTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final AtomicLong millis = new AtomicLong();
    private final RunRecorder recorder = new RunRecorder(millis::get);

    @Test
    void programsThatRunSideBySideAreCountedOnce() {
        recorder.stepStarted("1", null, "sh", "", NOON);
        millis.set(100);
        recorder.stepStarted("2", null, "sh", "", NOON);
        millis.set(300);
        recorder.stepFinished("1", "sh", null, NOON);
        millis.set(400);
        recorder.stepFinished("2", "sh", null, NOON);
        millis.set(900);

        assertThat(recorder.programsMillis()).isEqualTo(400);
    }

    @Test
    void aStageKeepsTheErrorOfItsStep() {
        recorder.stageStarted("s", null, "Production", false, NOON);
        recorder.stepStarted("1", "s", "canaryPromote", "", NOON);
        recorder.stepFinished("1", "canaryPromote", new IllegalStateException("rolled back"), NOON.plusSeconds(9));
        recorder.stageFinished("s", "Production", StageState.FAILURE, NOON.plusSeconds(10));

        assertThat(recorder.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.error()).isEqualTo("rolled back");
            assertThat(stage.state()).isEqualTo("FAILURE");
        });
        assertThat(recorder.endedAt()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void whatIsToldAgainAfterARestartIsKeptOnce() {
        recorder.stepStarted("1", null, "sleep", "", NOON);
        recorder.stepStarted("1", null, "sleep", "", NOON.plusSeconds(1));
        recorder.stepFinished("1", "sleep", null, NOON.plusSeconds(5));
        recorder.stepFinished("1", "sleep", null, NOON.plusSeconds(5));

        assertThat(recorder.steps()).singleElement().satisfies(step -> assertThat(step.startedAt())
                .isEqualTo(NOON));
    }

    @Test
    void linesBelongToTheStageOfTheirStep() {
        recorder.stageStarted("s", null, "Test", false, NOON);
        recorder.stepStarted("1", "s", "sh", "", NOON);
        recorder.logLine("1", "+ mvn test");
        recorder.logLine(null, "Finished: SUCCESS");

        assertThat(recorder.log()).extracting(RehearsalResult.Line::stageId).containsExactly("s", null);
    }
}
