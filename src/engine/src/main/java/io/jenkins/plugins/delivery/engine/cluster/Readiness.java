package io.jenkins.plugins.delivery.engine.cluster;

/** Whether a workload can serve, and if not, why. */
public sealed interface Readiness {
    /** For people, such as {@code "2 of 3 pods available: probe failing on pod shop-7d…"}. */
    String reason();

    /** Every pod that is wanted is there in the wanted version and available; no other is left. */
    record Ready(String reason) implements Readiness {}

    /** It may still become ready. */
    record Waiting(String reason) implements Readiness {}

    /** It will not become ready by waiting. */
    record Failed(String reason) implements Readiness {}
}
