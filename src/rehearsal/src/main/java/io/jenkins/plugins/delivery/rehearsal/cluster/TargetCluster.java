package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** Where a pipeline deploys to. */
public interface TargetCluster extends AutoCloseable {
    /** Address of the Kubernetes API. */
    String server();

    /** A client for this process; belongs to the cluster and is closed with it. */
    KubernetesClient client();

    /** Address of a Prometheus that knows what happens here; empty when the settings must name one. */
    Optional<String> prometheus();

    /** {@code host:port} of a registry that a build can push to without credentials; empty when there is none. */
    Optional<String> registry();

    /** What in this cluster is not as in a true one, one sentence each; empty for a true one. */
    java.util.List<String> simulated();

    @Override
    void close();
}
