package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scaling down of one HorizontalPodAutoscaler, suspended by its own policy.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#disable-scale-down">disabling
 *     scale-down</a>
 */
final class HorizontalScaling {
    private static final String DISABLED = "Disabled";
    private static final String NONE = "none";

    private HorizontalScaling() {}

    static void suspend(Cluster cluster, HorizontalPodAutoscaler observed) {
        if (!Objects.annotation(observed, Labels.SCALING).isEmpty()) {
            return;
        }
        HorizontalPodAutoscalerBehavior behavior = observed.getSpec().getBehavior();
        String before = behavior == null ? NONE : Serialization.asJson(behavior);
        cluster.patch(
                observed,
                Map.of(
                        "metadata", Map.of("annotations", Map.of(Labels.SCALING, before)),
                        "spec", Map.of("behavior", Map.of("scaleDown", Map.of("selectPolicy", DISABLED)))));
    }

    /** What somebody else changed meanwhile stays. */
    static void resume(Cluster cluster, HorizontalPodAutoscaler observed) {
        String before = Objects.annotation(observed, Labels.SCALING);
        if (before.isEmpty()) {
            return;
        }
        HorizontalPodAutoscaler next = Serialization.clone(observed);
        Map<String, String> annotations = new LinkedHashMap<>(next.getMetadata().getAnnotations());
        annotations.remove(Labels.SCALING);
        next.getMetadata().setAnnotations(annotations);
        if (suspended(observed)) {
            next.getSpec()
                    .setBehavior(
                            NONE.equals(before)
                                    ? null
                                    : Serialization.unmarshal(before, HorizontalPodAutoscalerBehavior.class));
        }
        cluster.replace(next);
    }

    private static boolean suspended(HorizontalPodAutoscaler autoscaler) {
        HorizontalPodAutoscalerBehavior behavior = autoscaler.getSpec().getBehavior();
        return behavior != null
                && behavior.getScaleDown() != null
                && DISABLED.equals(behavior.getScaleDown().getSelectPolicy());
    }
}
