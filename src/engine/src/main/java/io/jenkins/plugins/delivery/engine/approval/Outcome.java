package io.jenkins.plugins.delivery.engine.approval;

/** How a request for approval ended. */
public enum Outcome {
    APPROVED,
    REJECTED,
    /** Nobody decided until the deadline. */
    TIMED_OUT,
    /** The build was stopped before anybody decided. */
    ABORTED,
    /** What was to be approved changed after people had looked at it. */
    VOID
}
