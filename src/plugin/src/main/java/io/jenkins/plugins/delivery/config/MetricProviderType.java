package io.jenkins.plugins.delivery.config;

/** How a metric provider is spoken to. */
public enum MetricProviderType {
    /** The HTTP API of Prometheus, which Thanos, Mimir and VictoriaMetrics speak too. */
    PROMETHEUS
}
