package io.jenkins.plugins.delivery.engine.analysis.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a ready-made query measures. */
public enum MetricPreset {
    /** Requests per second. */
    REQUEST_RATE,
    /** Share of requests that were answered with a status of 500 or above, 0 to 1. */
    ERROR_RATE,
    /** Median time to answer, in seconds. */
    LATENCY_P50,
    /** Time within which 95 % of requests were answered, in seconds. */
    LATENCY_P95,
    /** Time within which 99 % of requests were answered, in seconds. */
    LATENCY_P99,
    /** CPU of the busiest pod as a share of its request, or of its limit where it requests none; 1 is all of it. */
    CPU_USAGE,
    /** Memory of the fullest pod as a share of its limit, or of its request where it has no limit; 1 is all of it. */
    MEMORY_USAGE;

    /** The names as a Jenkinsfile writes them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(MetricPreset::id).toList();
    }

    /** The preset of a name as a Jenkinsfile writes it. */
    public static MetricPreset named(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no preset " + id));
    }

    /** The name as a Jenkinsfile writes it, such as {@code error-rate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the Kubernetes metrics API answers it, and not a source of series. */
    public boolean ofPods() {
        return this == CPU_USAGE || this == MEMORY_USAGE;
    }

    /** Whether it is a quantile of the time to answer. */
    public boolean latency() {
        return quantile() > 0;
    }

    double quantile() {
        return switch (this) {
            case LATENCY_P50 -> 0.5;
            case LATENCY_P95 -> 0.95;
            case LATENCY_P99 -> 0.99;
            default -> 0;
        };
    }
}
