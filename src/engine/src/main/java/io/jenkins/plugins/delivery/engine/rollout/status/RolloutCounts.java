package io.jenkins.plugins.delivery.engine.rollout.status;

import io.jenkins.plugins.delivery.engine.exposition.ExpositionText;
import io.jenkins.plugins.delivery.engine.exposition.MetricFamily;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts rollouts for Prometheus since the process began: how many were started, how many ended and how, how long that took
 * in seconds, and in which phase those under way are. Thread-safe.
 */
public final class RolloutCounts {
    private final Map<Map<String, String>, Long> started = MetricFamily.byLabels();
    private final Map<Map<String, String>, Long> ended = MetricFamily.byLabels();
    private final Map<Map<String, String>, Double> seconds = MetricFamily.byLabels();
    private final Map<String, Map<String, String>> underWay = new TreeMap<>();

    /** Counts what is new since a state that was counted. */
    public synchronized void note(RolloutPlan plan, RolloutState before, RolloutState after) {
        boolean begins = before.transitions().isEmpty() && !after.transitions().isEmpty();
        if (begins) {
            started.merge(labels(plan), 1L, Long::sum);
        }
        if (after.phase().isFinal()) {
            underWay.remove(plan.id());
            if (!before.phase().isFinal()) {
                Map<String, String> outcome = with(labels(plan), "outcome", after);
                ended.merge(outcome, 1L, Long::sum);
                double took = Duration.between(after.startedAt(), after.since()).toMillis() / 1000.0;
                seconds.merge(outcome, took, Double::sum);
            }
        } else {
            underWay.put(plan.id(), with(labels(plan), "phase", after));
        }
    }

    /** All of it. */
    public synchronized List<MetricFamily> families() {
        return List.of(
                MetricFamily.counter("delivery_rollouts_started_total", "Rollouts that took their lease.", started),
                MetricFamily.counter("delivery_rollouts_ended_total", "Rollouts that ended, by outcome.", ended),
                MetricFamily.summary("delivery_rollout_duration_seconds", "Time from start to end.", seconds, ended),
                MetricFamily.occurrences(
                        "delivery_rollouts_under_way", "Rollouts under way, by phase.", underWay.values()));
    }

    /** All of it in Prometheus's text format. */
    public String text() {
        return ExpositionText.of(families());
    }

    private static Map<String, String> labels(RolloutPlan plan) {
        return MetricFamily.labels(
                "app",
                plan.app(),
                "environment",
                plan.target().environment(),
                "strategy",
                plan.strategy().words());
    }

    private static Map<String, String> with(Map<String, String> labels, String name, RolloutState state) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, RolloutStatus.phase(state.phase()));
        return more;
    }
}
