package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many pods a workload is applied with: what its manifest says, unless somebody else decides that. */
final class Replicas {
    private final Cluster cluster;
    private final boolean neverFewer;

    /** @param neverFewer on the way back to an earlier release, what is scaled up now stays so */
    Replicas(Cluster cluster, boolean neverFewer) {
        this.cluster = cluster;
        this.neverFewer = neverFewer;
    }

    /** Fills in the numbers of workloads that are there already. */
    void settle(List<HasMetadata> wanted) {
        List<HorizontalPodAutoscaler> autoscalers = cluster.list(HorizontalPodAutoscaler.class, Map.of());
        for (HasMetadata object : wanted) {
            if (object instanceof Deployment || object instanceof StatefulSet) {
                cluster.find(object)
                        .map(Workloads::wanted)
                        .ifPresent(now -> settle(object, now, isScaled(object, autoscalers)));
            }
        }
    }

    private void settle(HasMetadata object, int now, boolean scaled) {
        Integer said = said(object);
        boolean keep = said == null || scaled || neverFewer && said < now;
        if (keep && object instanceof Deployment deployment) {
            deployment.getSpec().setReplicas(now);
        } else if (keep && object instanceof StatefulSet set) {
            set.getSpec().setReplicas(now);
        }
    }

    private static Integer said(HasMetadata object) {
        return object instanceof Deployment deployment
                ? deployment.getSpec().getReplicas()
                : ((StatefulSet) object).getSpec().getReplicas();
    }

    private static boolean isScaled(HasMetadata object, List<HorizontalPodAutoscaler> autoscalers) {
        return autoscalers.stream()
                .map(autoscaler -> Optional.ofNullable(autoscaler.getSpec().getScaleTargetRef()))
                .flatMap(Optional::stream)
                .anyMatch(target -> object.getKind().equals(target.getKind())
                        && object.getMetadata().getName().equals(target.getName()));
    }
}
