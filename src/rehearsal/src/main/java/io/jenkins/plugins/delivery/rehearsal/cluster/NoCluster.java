package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** Where a pipeline deploys to that deploys nothing: no settings name a cluster, and so none is started. */
public final class NoCluster implements TargetCluster {
    @Override
    public String server() {
        throw new IllegalStateException("The settings name no cluster");
    }

    @Override
    public KubernetesClient client() {
        throw new IllegalStateException("The settings name no cluster");
    }

    @Override
    public Optional<String> prometheus() {
        return Optional.empty();
    }

    @Override
    public Optional<String> registry() {
        return Optional.empty();
    }

    @Override
    public List<String> simulated() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing was started
    }
}
