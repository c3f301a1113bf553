package io.jenkins.plugins.delivery.kept;

import hudson.AbortException;
import hudson.model.Run;
import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where something goes and whom it asks, as the settings said it when it began. As long as the settings lead to the same
 * servers they count, so that a credential can be replaced; where they do not any more, what was kept does.
 *
 * @param environment name in the settings
 * @param namespace of the environment
 */
public record KeptSettings(String environment, String namespace, KeptCluster cluster, List<KeptProvider> providers) {
    public KeptSettings {
        providers = List.copyOf(providers);
    }

    /**
     * The settings as they are now.
     *
     * @param metricProviders names of those that are asked
     * @throws ArgumentException if one of them is not there, or pipelines may not deploy there
     */
    public static KeptSettings of(String environment, Collection<String> metricProviders) {
        DeliveryConfiguration settings = DeliveryConfiguration.get();
        EnvironmentSettings target = settings.environment(environment);
        return new KeptSettings(
                target.getName(),
                target.getNamespace(),
                KeptCluster.of(settings.clusterOf(target)),
                metricProviders.stream()
                        .distinct()
                        .map(settings::metricProvider)
                        .map(KeptProvider::of)
                        .toList());
    }

    public String toJson() {
        return RecordJson.write(this);
    }

    /** @throws IOException if it is not what {@link #toJson} wrote */
    public static KeptSettings fromJson(String json) throws IOException {
        return RecordJson.read(json, KeptSettings.class);
    }

    /**
     * For who waits and has touched nothing: whether this still is the environment of that name.
     *
     * @throws AbortException naming what is gone or elsewhere now, and what to do
     */
    public void requireUnchanged() throws AbortException {
        DeliveryConfiguration settings = DeliveryConfiguration.get();
        try {
            EnvironmentSettings now = settings.environment(environment);
            if (!cluster.name().equals(now.getCluster()) || !namespace.equals(now.getNamespace())) {
                throw changed("the environment '" + environment + "' was namespace '" + namespace + "' of the cluster '"
                        + cluster.name() + "', and is namespace '" + now.getNamespace() + "' of the cluster '"
                        + now.getCluster() + "' now");
            }
            if (!cluster.isAt(settings.clusterOf(now))) {
                throw changed("the cluster '" + cluster.name() + "' is another server now");
            }
        } catch (ArgumentException e) {
            throw changed(e.getMessage());
        }
    }

    private static AbortException changed(String what) {
        return new AbortException("The settings were changed while the build waited: " + what
                + ". Start the build again, with an environment that is there.");
    }

    /**
     * How to reach the cluster now.
     *
     * @throws IOException naming what is gone and what to do; it is worth trying again
     */
    public Config connection(Run<?, ?> run) throws IOException {
        return new KeptConnection(cluster).open(run);
    }

    /** The same, knowing which server was reached. */
    public KeptSettings reaching(Config connection) {
        return cluster.hasReached(connection.getMasterUrl())
                ? this
                : new KeptSettings(environment, namespace, cluster.reaching(connection.getMasterUrl()), providers);
    }

    /** The metric provider of a name; that of the settings if none was kept. */
    public MetricProviderSettings provider(String name) {
        Optional<KeptProvider> kept =
                providers.stream().filter(one -> one.name().equals(name)).findFirst();
        if (kept.isEmpty()) {
            return DeliveryConfiguration.get().metricProvider(name);
        }
        return DeliveryConfiguration.get().getMetricProviders().stream()
                .filter(now -> now.getName().equals(name) && kept.get().isAt(now))
                .findFirst()
                .orElseGet(() -> kept.get().settings());
    }
}
