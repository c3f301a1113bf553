package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import java.time.Duration;
import java.util.List;

/**
 * What came of a run.
 *
 * @param error what ended the run, as one message without stack trace; null if nothing did
 * @param place {@code file:line} of the error, null where there is none
 * @param remedy what to do about the error, null where nothing general can be said
 * @param run the build, with its actions
 * @param duration virtual time from start to end
 * @param restarts how often the controller was killed and came back
 * @param boundaries how often the program was saved
 * @param unsupported steps that were accepted but do nothing in a rehearsal
 */
public record PipelineOutcome(
        Result result,
        @CheckForNull String error,
        @CheckForNull String place,
        @CheckForNull String remedy,
        @CheckForNull Throwable cause,
        List<LogLine> log,
        List<StageSummary> stages,
        Run<?, ?> run,
        Duration duration,
        int restarts,
        int boundaries,
        List<String> unsupported) {
    public PipelineOutcome {
        log = List.copyOf(log);
        stages = List.copyOf(stages);
        unsupported = List.copyOf(unsupported);
    }

    /** The text of the log. */
    public String text() {
        StringBuilder text = new StringBuilder();
        log.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }
}
