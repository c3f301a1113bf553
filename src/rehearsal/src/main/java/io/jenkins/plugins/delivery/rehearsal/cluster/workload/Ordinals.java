package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;

/** The numbers of the pods of a StatefulSet. */
final class Ordinals {
    private Ordinals() {}

    static int of(Pod pod) {
        String name = pod.getMetadata().getName();
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
}
