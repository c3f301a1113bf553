package io.jenkins.plugins.checks.api;

/** How far a check has come. */
public enum ChecksStatus {
    NONE,
    QUEUED,
    IN_PROGRESS,
    COMPLETED
}
