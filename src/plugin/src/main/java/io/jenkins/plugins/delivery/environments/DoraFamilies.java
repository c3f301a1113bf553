package io.jenkins.plugins.delivery.environments;

import io.jenkins.plugins.delivery.engine.exposition.MetricFamily;
import io.jenkins.plugins.delivery.engine.record.DoraFigure;
import io.jenkins.plugins.delivery.engine.record.DoraMetrics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The four figures of DORA for Prometheus, over the last thirteen weeks, one sample for each environment. A figure that is not
 * available has no sample: that is not 0.
 */
public final class DoraFamilies {
    private DoraFamilies() {}

    public static List<MetricFamily> of(VisibleHistory history, List<String> environments, Instant now) {
        Map<String, DoraMetrics> metrics = new LinkedHashMap<>();
        environments.forEach(name -> metrics.put(
                name,
                DoraMetrics.of(
                        history.deployments(),
                        history.incidents(),
                        DoraModel.scope(name, null, null, null, null, now))));
        return List.of(
                family(
                        "deployment_days_per_week",
                        "Median days with a deployment, a week.",
                        metrics,
                        DoraMetrics::deploymentFrequency),
                family(
                        "lead_time_minutes",
                        "Median time from a first commit to its deployment.",
                        metrics,
                        DoraMetrics::leadTime),
                family(
                        "change_failure_percent",
                        "Share of changes that failed.",
                        metrics,
                        DoraMetrics::changeFailureRate),
                family(
                        "time_to_restore_minutes",
                        "Median time until an incident was over.",
                        metrics,
                        DoraMetrics::timeToRestore));
    }

    private static MetricFamily family(
            String name, String help, Map<String, DoraMetrics> metrics, Function<DoraMetrics, DoraFigure> figure) {
        Map<Map<String, String>, Double> values = new LinkedHashMap<>();
        metrics.forEach((environment, figures) -> {
            if (figure.apply(figures) instanceof DoraFigure.Available available) {
                values.put(Map.of("environment", environment), available.value());
            }
        });
        return MetricFamily.gauge("delivery_dora_" + name, help, values);
    }
}
