package io.jenkins.plugins.delivery.rehearsal.runtime;

/** How a stage or branch stands. */
public enum StageState {
    RUNNING,
    SUCCESS,
    UNSTABLE,
    FAILURE,
    ABORTED,
    NOT_BUILT,
    SKIPPED
}
