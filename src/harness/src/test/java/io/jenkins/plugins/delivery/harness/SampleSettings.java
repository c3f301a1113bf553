package io.jenkins.plugins.delivery.harness;

import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.ReachableAt;
import java.util.List;

/** What an administrator would have entered: one cluster with {@code staging} and {@code production}. */
final class SampleSettings {
    private SampleSettings() {}

    static void save(String server, String prometheus) {
        ClusterSettings cluster = new ClusterSettings("local");
        cluster.setServer(server);
        cluster.setReachableAt(ReachableAt.ANNOTATION);
        MetricProviderSettings provider = new MetricProviderSettings("prometheus");
        provider.setUrl(prometheus);
        DeliveryConfiguration settings = DeliveryConfiguration.get();
        settings.setClusters(List.of(cluster));
        settings.setEnvironments(List.of(environment("staging"), environment("production")));
        settings.setMetricProviders(List.of(provider));
        settings.setSmokeTestHosts(List.of("127.0.0.1"));
        settings.save();
    }

    private static EnvironmentSettings environment(String name) {
        Approver approver = new Approver();
        approver.setUser("approver");
        EnvironmentSettings environment = new EnvironmentSettings(name);
        environment.setCluster("local");
        environment.setNamespace("production");
        environment.setApprovers(List.of(approver));
        return environment;
    }
}
