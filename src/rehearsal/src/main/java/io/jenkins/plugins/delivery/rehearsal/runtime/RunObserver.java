package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import java.time.Instant;

/**
 * Hears what happens in a run, in order, on the run's own thread (log lines also on threads of steps). Times are virtual.
 * Ids are those of flow nodes, and are the same before and after a restart.
 */
public interface RunObserver {
    /** Hears nothing. */
    RunObserver NONE = new RunObserver() {};

    /** A stage or a parallel branch begins; {@code parentId} is the stage around it. */
    default void stageStarted(String id, @CheckForNull String parentId, String name, boolean branch, Instant at) {}

    default void stageFinished(String id, String name, StageState state, Instant at) {}

    /** A step begins in the stage {@code stageId}; {@code summary} shows its arguments, shortened. */
    default void stepStarted(String id, @CheckForNull String stageId, String function, String summary, Instant at) {}

    /** A step ended; {@code error} is null if it succeeded. */
    default void stepFinished(String id, String function, @CheckForNull Throwable error, Instant at) {}

    /** What a waiting step says about itself. */
    default void stepStatus(String id, String text) {}

    /** A line of the log; {@code nodeId} is null for lines of the run itself. */
    default void logLine(@CheckForNull String nodeId, String text) {}

    default void restarted(String why, Instant at) {}

    default void runFinished(Result result, Instant at) {}
}
