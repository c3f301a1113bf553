package io.jenkins.plugins.delivery.environments;

import io.jenkins.plugins.delivery.engine.record.DoraFigure;
import io.jenkins.plugins.delivery.engine.record.DoraMetrics;
import java.time.Instant;
import java.util.List;

/**
 * The four figures of DORA in Prometheus's text format, over the last thirteen weeks, one sample for each environment. A figure that is not
 * available has no sample: that is not 0.
 */
public final class DoraText {
    private DoraText() {}

    public static String of(VisibleHistory history, List<String> environments, Instant now) {
        StringBuilder text = new StringBuilder();
        List<DoraMetrics> metrics = environments.stream()
                .map(name -> DoraMetrics.of(
                        history.deployments(), history.incidents(), DoraModel.scope(name, null, null, null, null, now)))
                .toList();
        family(
                text,
                "deployment_days_per_week",
                "Median days with a deployment, a week.",
                environments,
                metrics,
                DoraMetrics::deploymentFrequency);
        family(
                text,
                "lead_time_minutes",
                "Median time from a first commit to its deployment.",
                environments,
                metrics,
                DoraMetrics::leadTime);
        family(
                text,
                "change_failure_percent",
                "Share of changes that failed.",
                environments,
                metrics,
                DoraMetrics::changeFailureRate);
        family(
                text,
                "time_to_restore_minutes",
                "Median time until an incident was over.",
                environments,
                metrics,
                DoraMetrics::timeToRestore);
        return text.toString();
    }

    private static void family(
            StringBuilder text,
            String name,
            String help,
            List<String> environments,
            List<DoraMetrics> metrics,
            java.util.function.Function<DoraMetrics, DoraFigure> figure) {
        String full = "delivery_dora_" + name;
        text.append("# HELP ").append(full).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full).append(" gauge\n");
        for (int i = 0; i < environments.size(); i++) {
            if (figure.apply(metrics.get(i)) instanceof DoraFigure.Available available) {
                String environment = environments
                        .get(i)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n");
                text.append(full)
                        .append("{environment=\"")
                        .append(environment)
                        .append("\"} ")
                        .append(available.value())
                        .append('\n');
            }
        }
    }
}
