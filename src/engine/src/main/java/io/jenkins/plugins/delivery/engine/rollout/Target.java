package io.jenkins.plugins.delivery.engine.rollout;

/**
 * Where a rollout happens.
 *
 * @param environment name in the administrator's settings
 * @param cluster name in the administrator's settings
 * @param namespace Kubernetes namespace
 * @param reachableAt how Services are reached from here
 */
public record Target(String environment, String cluster, String namespace, ReachableAt reachableAt) {
    /** How Services are reached from where the checks run. */
    public enum ReachableAt {
        /** {@code http://<service>.<namespace>.svc}, from inside the cluster. */
        DNS,
        /** What the cluster wrote into the annotation {@code delivery.jenkins.io/reachable-at}. */
        ANNOTATION
    }
}
