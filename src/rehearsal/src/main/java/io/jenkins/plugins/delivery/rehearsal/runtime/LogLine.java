package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** One line of the build log. */
public record LogLine(Kind kind, @CheckForNull String nodeId, String text) {
    /** What wrote it. */
    public enum Kind {
        /** A {@code [Pipeline]} line. */
        PIPELINE,
        OUTPUT,
        /** Part of a stack trace. */
        TRACE
    }
}
