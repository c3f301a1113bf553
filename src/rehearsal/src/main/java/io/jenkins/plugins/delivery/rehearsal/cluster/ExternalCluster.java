package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A true cluster, as a kubeconfig names it. */
public final class ExternalCluster implements TargetCluster {
    private final KubernetesClient client;

    /**
     * Reads the current context of a kubeconfig.
     *
     * @throws IOException when the file cannot be read or names no cluster
     */
    public ExternalCluster(Path kubeconfig) throws IOException {
        if (!Files.isReadable(kubeconfig)) {
            throw new IOException("The kubeconfig " + kubeconfig + " cannot be read; check -Dkubeconfig");
        }
        Config config;
        try {
            config = Config.fromKubeconfig(kubeconfig.toFile());
        } catch (RuntimeException e) {
            throw new IOException("The kubeconfig " + kubeconfig + " cannot be understood: " + e.getMessage(), e);
        }
        if (config.getCurrentContext() == null) {
            throw new IOException(
                    "The kubeconfig " + kubeconfig + " has no current context; kubectl config use-context sets it");
        }
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public String server() {
        return client.getMasterUrl().toString();
    }

    @Override
    public KubernetesClient client() {
        return client;
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
        client.close();
    }
}
