package io.jenkins.plugins.delivery.config;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.util.FormValidation;
import jenkins.model.Jenkins;

/** What the test buttons of the settings do. Every one of them asks for the right to administer first. */
public abstract class ConnectionTests implements ExtensionPoint {
    /** Reaches the cluster, and says which of the rights that rollouts need are missing in its namespaces. */
    protected abstract FormValidation cluster(ClusterSettings settings);

    /** Runs a preset's query. */
    protected abstract FormValidation metricProvider(MetricProviderSettings settings);

    /** Sends it a message. */
    protected abstract FormValidation notificationTarget(NotificationTargetSettings settings);

    /** The one to use; there always is one. */
    static ConnectionTests get() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return ExtensionList.lookupFirst(ConnectionTests.class);
    }
}
