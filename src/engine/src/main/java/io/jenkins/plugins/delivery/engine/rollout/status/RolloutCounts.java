package io.jenkins.plugins.delivery.engine.rollout.status;

import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts rollouts for Prometheus since the process began, as its text format 0.0.4 wants them: how many were started, how
 * many ended and how, how long that took in seconds, and in which phase those under way are. Thread-safe.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition formats</a>
 */
public final class RolloutCounts {
    private final Map<String, Long> started = new TreeMap<>();
    private final Map<String, Long> ended = new TreeMap<>();
    private final Map<String, Double> seconds = new TreeMap<>();
    private final Map<String, String> underWay = new TreeMap<>();

    /** Counts what is new since a state that was counted. */
    public synchronized void note(RolloutPlan plan, RolloutState before, RolloutState after) {
        String labels = labels(plan);
        boolean begins = before.transitions().isEmpty() && !after.transitions().isEmpty();
        if (begins) {
            started.merge(labels, 1L, Long::sum);
        }
        if (after.phase().isFinal()) {
            underWay.remove(plan.id());
            if (!before.phase().isFinal()) {
                String outcome = labels + ",outcome=" + quoted(RolloutStatus.phase(after.phase()));
                ended.merge(outcome, 1L, Long::sum);
                double took = Duration.between(after.startedAt(), after.since()).toMillis() / 1000.0;
                seconds.merge(outcome, took, Double::sum);
            }
        } else {
            underWay.put(plan.id(), labels + ",phase=" + quoted(RolloutStatus.phase(after.phase())));
        }
    }

    /** All of it in Prometheus's text format. */
    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        family(text, "delivery_rollouts_started_total", "counter", "Rollouts that took their lease.", started);
        family(text, "delivery_rollouts_ended_total", "counter", "Rollouts that ended, by outcome.", ended);
        head(text, "delivery_rollout_duration_seconds", "summary", "Time from start to end.");
        samples(text, "delivery_rollout_duration_seconds_sum", seconds);
        samples(text, "delivery_rollout_duration_seconds_count", ended);
        Map<String, Long> phases = new TreeMap<>();
        underWay.values().forEach(labels -> phases.merge(labels, 1L, Long::sum));
        family(text, "delivery_rollouts_under_way", "gauge", "Rollouts under way, by phase.", phases);
        return text.toString();
    }

    private static void family(
            StringBuilder text, String name, String type, String help, Map<String, ? extends Number> values) {
        head(text, name, type, help);
        samples(text, name, values);
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void samples(StringBuilder text, String name, Map<String, ? extends Number> values) {
        values.forEach((labels, value) -> text.append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(value)
                .append('\n'));
    }

    private static String labels(RolloutPlan plan) {
        return "app=" + quoted(plan.app())
                + ",environment=" + quoted(plan.target().environment())
                + ",strategy=" + quoted(plan.strategy().words());
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
