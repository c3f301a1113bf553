package io.jenkins.plugins.delivery.config;

/** At which address smoke tests and previews reach a Service of a cluster. */
public enum ReachableAt {
    /** Its name inside the cluster, {@code http://<service>.<namespace>.svc}. */
    SERVICE,
    /** What the annotation {@code delivery.jenkins.io/reachable-at} on the Service says. */
    ANNOTATION
}
