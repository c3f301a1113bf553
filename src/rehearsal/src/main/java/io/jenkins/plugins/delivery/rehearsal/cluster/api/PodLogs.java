package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import java.util.Optional;

/** Where the API server gets the output of a container from, as from a kubelet. */
@FunctionalInterface
public interface PodLogs {
    /**
     * What the container has written.
     *
     * @param previous of the container before its last restart
     * @param tailLines only so many last lines; -1 for all
     * @return empty when the pod has no container that ever ran
     */
    Optional<String> read(String namespace, String pod, boolean previous, int tailLines);
}
