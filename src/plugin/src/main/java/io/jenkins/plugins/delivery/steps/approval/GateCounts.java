package io.jenkins.plugins.delivery.steps.approval;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Decision;
import io.jenkins.plugins.delivery.engine.exposition.MetricFamily;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts gates for Prometheus: how many wait, and since the controller was started how many ended, how, and after how many seconds. */
@Extension
public final class GateCounts extends ApprovalListener {
    private final Map<Map<String, String>, Long> ended = MetricFamily.byLabels();
    private final Map<Map<String, String>, Double> seconds = MetricFamily.byLabels();

    public static GateCounts get() {
        return ExtensionList.lookupSingleton(GateCounts.class);
    }

    @Override
    public synchronized void ended(ApprovalAction action) {
        Approval approval = action.approval();
        Decision decision = approval.decision();
        if (decision == null) {
            return;
        }
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, String> labels = MetricFamily.labels("environment", environment(action), "outcome", outcome);
        Duration waited = Duration.between(approval.request().opened(), decision.at());
        ended.merge(labels, 1L, Long::sum);
        seconds.merge(labels, waited.toMillis() / 1000.0, Double::sum);
    }

    public synchronized List<MetricFamily> families() {
        List<Map<String, String>> waiting = OpenApprovals.get().all().stream()
                .map(action -> Map.of("environment", environment(action)))
                .toList();
        return List.of(
                MetricFamily.occurrences("delivery_gates_waiting", "Gates that wait for people or a window.", waiting),
                MetricFamily.counter("delivery_gates_ended_total", "Gates that ended, by outcome.", ended),
                MetricFamily.summary(
                        "delivery_gate_wait_seconds", "Time from the question to the decision.", seconds, ended));
    }

    /** The empty text where a gate names none. */
    private static String environment(ApprovalAction action) {
        return Util.fixNull(action.approval().request().environment());
    }
}
