package io.jenkins.plugins.delivery.config;

/** How a metric provider is spoken to. */
public enum MetricProviderType {
    /** The HTTP API of Prometheus, which Thanos, Mimir and VictoriaMetrics speak too. */
    PROMETHEUS,
    /** A JSON document with a number in it. */
    WEB,
    /** The metrics API of the cluster that is deployed to. */
    KUBERNETES_METRICS,
    /** Alertmanager's API v2. */
    ALERTMANAGER
}
