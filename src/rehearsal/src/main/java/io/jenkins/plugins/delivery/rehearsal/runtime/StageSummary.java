package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.List;

/**
 * A stage or a branch of {@code parallel}, with what it contains.
 *
 * @param branch a branch of {@code parallel}
 * @param error the message of what ended it, null if nothing did
 * @param duration virtual time
 */
public record StageSummary(
        String id,
        String name,
        boolean branch,
        StageState state,
        @CheckForNull String error,
        Duration duration,
        List<StageSummary> children) {
    public StageSummary {
        children = List.copyOf(children);
    }
}
