package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ready-made queries for applications that count {@code http_requests_total{code}} and observe {@code
 * http_request_duration_seconds_bucket{le}}, the names of Prometheus's own client examples.
 */
public enum MetricPreset {
    /** Requests per second. */
    REQUEST_RATE("sum(rate(http_requests_total{<pods>}[{{window}}]))", false),
    /** Share of requests that were answered with a status of 500 or above, 0 to 1. */
    ERROR_RATE(
            "sum(rate(http_requests_total{<pods>,code=~\"5..\"}[{{window}}]))"
                    + " / sum(rate(http_requests_total{<pods>}[{{window}}]))",
            true),
    /** Median time to answer, in seconds. */
    LATENCY_P50(quantile("0.5"), false),
    /** Time within which 95 % of requests were answered, in seconds. */
    LATENCY_P95(quantile("0.95"), false),
    /** Time within which 99 % of requests were answered, in seconds. */
    LATENCY_P99(quantile("0.99"), false);

    private static final String SAMPLES = "sum(increase(http_requests_total{<pods>}[{{window}}]))";

    private final String query;
    private final boolean zeroWhenEmpty;

    MetricPreset(String query, boolean zeroWhenEmpty) {
        this.query = query;
        this.zeroWhenEmpty = zeroWhenEmpty;
    }

    /** The names as a Jenkinsfile writes them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(MetricPreset::id).toList();
    }

    static MetricPreset named(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no preset " + id));
    }

    /** The name as a Jenkinsfile writes it, such as {@code error-rate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String query() {
        return ofPods(query);
    }

    String samplesQuery() {
        return ofPods(SAMPLES);
    }

    boolean zeroWhenEmpty() {
        return zeroWhenEmpty;
    }

    @CheckForNull
    static String unit(String metric) {
        return metric.startsWith("latency-") ? "s" : null;
    }

    private static String quantile(String q) {
        return "histogram_quantile(" + q
                + ", sum by (le) (rate(http_request_duration_seconds_bucket{<pods>}[{{window}}])))";
    }

    private static String ofPods(String query) {
        return query.replace("<pods>", "namespace=\"{{namespace}}\",pod=~\"{{pods}}\"");
    }
}
