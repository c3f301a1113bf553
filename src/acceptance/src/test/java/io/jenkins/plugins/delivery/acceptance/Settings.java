package io.jenkins.plugins.delivery.acceptance;

/** What an administrator would click together, as a script. */
final class Settings {
    private Settings() {}

    /** One cluster with the environment {@code production}, which {@code approver} may approve. */
    static void point(RealJenkins jenkins, Cluster cluster) {
        point(jenkins, cluster.server(), cluster.prometheus());
    }

    /** The same, for a cluster and a Prometheus at these addresses. */
    static void point(RealJenkins jenkins, String server, String prometheus) {
        String printed = jenkins.as("admin").script("""
                import io.jenkins.plugins.delivery.config.*
                def settings = DeliveryConfiguration.get()
                def local = new ClusterSettings('local')
                local.server = '%s'
                local.reachableAt = ReachableAt.ANNOTATION
                settings.clusters = [local]
                def production = new EnvironmentSettings('production')
                production.cluster = 'local'
                production.namespace = 'production'
                def people = new Approver()
                people.user = 'approver, second'
                production.approvers = [people]
                def provider = new MetricProviderSettings('prometheus')
                provider.url = '%s'
                settings.environments = [production]
                settings.metricProviders = [provider]
                settings.smokeTestHosts = ['127.0.0.1']
                settings.save()
                println settings.environments*.name
                """.formatted(server, prometheus));
        if (!printed.equals("[production]")) {
            throw new AcceptanceException("The settings could not be written: " + printed);
        }
    }
}
