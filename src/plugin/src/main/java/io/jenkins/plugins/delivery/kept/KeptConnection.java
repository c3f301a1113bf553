package io.jenkins.plugins.delivery.kept;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.credentials.KubernetesClients;
import java.io.IOException;
import java.util.Optional;

/** Finds the way back to the cluster where something began, whatever has become of the settings. */
final class KeptConnection {
    private final KeptCluster kept;
    private String problem = "";

    KeptConnection(KeptCluster kept) {
        this.kept = kept;
    }

    /**
     * First contact is made by the settings, and as they allow. What has begun goes on where it began, and nowhere else:
     * by the settings if they lead there, because a credential may have been replaced, else by what was kept.
     */
    Config open(Run<?, ?> run) throws IOException {
        if (kept.reached() == null) {
            ClusterSettings now = DeliveryConfiguration.get().cluster(kept.name());
            if (!kept.isAt(now)) {
                throw new AbortException("The cluster '" + kept.name()
                        + "' of the settings became another server after the build had begun. Start the build again.");
            }
            return KubernetesClients.config(now, run);
        }
        Optional<ClusterSettings> now = DeliveryConfiguration.get().getClusters().stream()
                .filter(one -> one.getName().equals(kept.name()))
                .findFirst();
        Config found = now.map(settings -> there(settings, run)).orElse(null);
        if (found == null) {
            found = there(kept.settings(), run);
        }
        if (found == null) {
            throw new AbortException("What was begun in the cluster '" + kept.name() + "' at " + kept.reached()
                    + " cannot go on: " + (now.isEmpty() ? "the cluster is gone from the settings, and " : "") + problem
                    + " Give back what is missing, and it goes on by itself.");
        }
        return found;
    }

    @CheckForNull
    private Config there(ClusterSettings settings, Run<?, ?> run) {
        try {
            Config config = KubernetesClients.goingOn(settings, run);
            if (kept.hasReached(config.getMasterUrl())) {
                return config;
            }
            problem = "its settings lead to " + config.getMasterUrl() + " now.";
        } catch (IOException | RuntimeException e) {
            problem = String.valueOf(e.getMessage());
        }
        return null;
    }
}
