package io.jenkins.plugins.delivery.engine.record;

/** How a deployment ended. */
public enum DeploymentOutcome {
    /** The version serves. */
    SUCCEEDED,
    /** The version did not hold up, and what served before serves again. */
    ROLLED_BACK,
    /** Nothing was switched. */
    FAILED,
    /** Somebody stopped it, and what served before serves. */
    ABORTED,
    /** Neither version could be made sure of; people have to look. */
    STUCK;

    /** Whether users may have met the new version. */
    public boolean reachedUsers() {
        return this == SUCCEEDED || this == ROLLED_BACK || this == STUCK;
    }
}
