package io.jenkins.plugins.delivery.engine.rollout;

/**
 * Why a rollout goes back.
 *
 * @param cause what decided it
 * @param reason for people, in words and numbers
 */
public record Ending(Cause cause, String reason) {
    /** What decided that a rollout goes back. */
    public enum Cause {
        /** A person or the pipeline stopped it. */
        ABORTED,
        /** Its deadline came. */
        DEADLINE,
        /** The new version did not become ready, or its metrics or checks were bad. */
        UNHEALTHY,
        /** The cluster refused what had to be done. */
        REFUSED,
        /** Something else changed what the rollout works on. */
        INTERFERENCE,
        /** A newer build rolls the application out. */
        SUPERSEDED,
        /** Jenkins stayed away, and the guardian in the cluster restored the version before. */
        GUARDIAN
    }
}
