package io.jenkins.plugins.delivery.rehearsal.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalEveryLineIsPlain() {
        play(new ProgressDisplay(Terminal.of(out, false, Map.of()), false));

        assertThat(text()).doesNotContain("\u001b", "\r").contains("Production", "25 % to the canary", "failed in");
    }

    @Test
    void aTerminalShowsWhatIsGoingOn() {
        play(new ProgressDisplay(Terminal.of(out, true, Map.of("TERM", "xterm")), false));

        assertThat(text()).contains("\u001b[31m", "\r\u001b[2K", "canaryPromote: waiting for 2 m");
    }

    @Test
    void colourIsLeftOutOnRequest() {
        play(new ProgressDisplay(Terminal.of(out, true, Map.of("TERM", "xterm", "NO_COLOR", "1")), false));

        assertThat(text()).doesNotContain("\u001b[31m", "\u001b[1m");
    }

    @Test
    void timeThatWasOnlyPlayedIsSaid() {
        play(new ProgressDisplay(Terminal.of(out, false, Map.of()), false));

        assertThat(text()).contains("plays 5 min");
    }

    @Test
    void aLogCannotDrawOnTheTerminal() {
        ProgressDisplay display = new ProgressDisplay(Terminal.of(out, false, Map.of()), true);
        display.logLine(null, "evil \u001b[2J\u0007");

        assertThat(text()).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void onlyVerboseShowsTheWholeLog() {
        ProgressDisplay quiet = new ProgressDisplay(Terminal.of(out, false, Map.of()), false);
        quiet.logLine(null, "[INFO] compiling");
        assertThat(text()).isEmpty();

        new ProgressDisplay(Terminal.of(out, false, Map.of()), true).logLine(null, "[INFO] compiling");
        assertThat(text()).contains("[INFO] compiling");
    }

    @Test
    void aProgramThatFailsHasItsSay() {
        ProgressDisplay display = new ProgressDisplay(Terminal.of(out, false, Map.of()), false);
        display.stepStarted("1", null, "sh", "mvn test", NOON);
        display.logLine("1", "[ERROR] There are test failures");
        display.stepFinished("1", "sh", new IllegalStateException("exit code 1"), NOON);
        display.stepStarted("2", null, "sh", "mvn verify", NOON);
        display.logLine("2", "[INFO] fine");
        display.stepFinished("2", "sh", null, NOON);

        assertThat(text()).contains("There are test failures").doesNotContain("fine");
    }

    private static void play(RunObserver display) {
        display.stageStarted("1", null, "Production", false, NOON);
        display.stepStarted("2", "1", "canaryPromote", "environment: production", NOON);
        display.logLine("2", "25 % to the canary");
        display.stepStatus("2", "waiting for 2 m");
        display.stageFinished("1", "Production", StageState.FAILURE, NOON.plusSeconds(300));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
