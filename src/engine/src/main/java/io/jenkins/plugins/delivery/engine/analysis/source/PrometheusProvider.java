package io.jenkins.plugins.delivery.engine.analysis.source;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.TimeRange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Prometheus, or anything that speaks its HTTP API.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
 */
public final class PrometheusProvider implements MetricProvider {
    private final Endpoint endpoint;

    public PrometheusProvider(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Measurement> measure(String promql, Instant at) {
        return endpoint.post("/api/v1/query", question(promql, at), PrometheusAnswer::number);
    }

    @Override
    public CompletableFuture<Measurement> range(String promql, TimeRange range) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("query", promql);
        form.put("start", seconds(range.from()));
        form.put("end", seconds(range.to()));
        form.put("step", range.step().toMillis() / 1000.0 + "");
        return endpoint.post("/api/v1/query_range", form, PrometheusAnswer::range);
    }

    /** Alerts are series, too, as long as they fire. */
    @Override
    public CompletableFuture<Measurement> alerts(String matchers, Instant at) {
        return endpoint.post("/api/v1/query", question(firing(matchers), at), PrometheusAnswer::alerts);
    }

    @Override
    public CompletableFuture<Optional<String>> problemOfAlerts(String matchers) {
        return problem(firing(matchers));
    }

    private static String firing(String matchers) {
        return "ALERTS{alertstate=\"firing\"," + matchers + "}";
    }

    /** Asks to format the query, which parses it; who cannot do that is asked to compute it. */
    @Override
    public CompletableFuture<Optional<String>> problem(String promql) {
        return endpoint.post("/api/v1/format_query", Map.of("query", promql), PrometheusAnswer::formatted)
                .thenCompose(answer -> answer instanceof Failed failed && !failed.refused()
                        ? endpoint.post("/api/v1/query", Map.of("query", promql), PrometheusAnswer::number)
                        : CompletableFuture.completedFuture(answer))
                .thenApply(answer -> answer instanceof Failed failed && failed.refused()
                        ? Optional.of(failed.reason())
                        : Optional.empty());
    }

    private static Map<String, String> question(String promql, Instant at) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("query", promql);
        form.put("time", seconds(at));
        return form;
    }

    private static String seconds(Instant at) {
        return java.math.BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
    }
}
