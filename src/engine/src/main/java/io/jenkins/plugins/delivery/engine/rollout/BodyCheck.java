package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The pipeline's own checks at one point of a rollout; the driver runs them.
 *
 * @param key the point: {@code preview}, {@code weight-25}, {@code end}
 * @param url where the new version is reachable
 * @param status how far they are
 * @param reason why they failed
 */
public record BodyCheck(
        String key, String url, Status status, @CheckForNull String reason) {
    /** How far the checks are. */
    public enum Status {
        /** The driver has to start them. */
        WANTED,
        RUNNING,
        PASSED,
        FAILED
    }

    BodyCheck as(Status next, @CheckForNull String why) {
        return new BodyCheck(key, url, next, why);
    }
}
