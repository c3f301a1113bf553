package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import java.util.Optional;

/** Where Services of the cluster answer. */
public interface ServiceAddresses {
    /**
     * An address without a slash at its end; nothing if there is no such Service, or it has no such port.
     *
     * @param port name or number, null or empty where the Service has only one
     */
    Optional<String> of(String namespace, String name, String port);
}
