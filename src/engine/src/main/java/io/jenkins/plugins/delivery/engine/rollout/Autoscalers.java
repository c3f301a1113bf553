package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.manifest.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who else decides on the number of pods: HorizontalPodAutoscalers and, behind them, KEDA's ScaledObjects. While traffic
 * moves they see load come and go that means nothing, so that scaling down is suspended; scaling up never is. How it was is
 * kept on the object itself and put back exactly.
 */
record Autoscalers(Cluster cluster) {
    /**
     * Makes sure that scaling down may be suspended.
     *
     * @throws io.jenkins.plugins.delivery.engine.cluster.ClusterException naming the permissions that are missing
     */
    void demand(Set<String> deployments) {
        Set<Access> needed = new TreeSet<>();
        for (HorizontalPodAutoscaler autoscaler : targeting(deployments)) {
            boolean keda = scaledObject(autoscaler).isPresent();
            for (String verb : keda ? List.of("get", "patch") : List.of("get", "patch", "update")) {
                needed.add(
                        keda
                                ? Access.to(verb, ScaledObjects.GROUP, "scaledobjects")
                                : Access.to(verb, "autoscaling", "horizontalpodautoscalers"));
            }
        }
        Permissions.demand(cluster, needed);
    }

    /** Names of the autoscalers of Deployments, for sentences. */
    List<String> names(Set<String> deployments) {
        return targeting(deployments).stream()
                .map(autoscaler -> scaledObject(autoscaler)
                        .map(name -> "ScaledObject '" + name + "'")
                        .orElseGet(() -> "HorizontalPodAutoscaler '"
                                + autoscaler.getMetadata().getName() + "'"))
                .toList();
    }

    /**
     * Lets nothing take pods of Deployments away.
     *
     * @param pods how many there have to be at least
     */
    void suspend(Set<String> deployments, int pods) {
        for (HorizontalPodAutoscaler autoscaler : targeting(deployments)) {
            Optional<String> keda = scaledObject(autoscaler);
            if (keda.isPresent()) {
                ScaledObjects.suspend(cluster, keda.get(), pods);
            } else {
                HorizontalScaling.suspend(cluster, autoscaler);
            }
        }
    }

    /** Puts back how it was. */
    void resume(Set<String> deployments) {
        for (HorizontalPodAutoscaler autoscaler : targeting(deployments)) {
            Optional<String> keda = scaledObject(autoscaler);
            if (keda.isPresent()) {
                ScaledObjects.resume(cluster, keda.get());
            } else {
                HorizontalScaling.resume(cluster, autoscaler);
            }
        }
    }

    /** Removes those of a Deployment that came with a release: they would bring pods back that nobody needs. */
    void remove(String deployment) {
        List<HasMetadata> all = new ArrayList<>();
        for (HorizontalPodAutoscaler autoscaler : targeting(Set.of(deployment))) {
            Optional<String> keda = scaledObject(autoscaler);
            if (keda.isPresent()) {
                ScaledObjects.find(cluster, keda.get()).ifPresent(all::add);
            } else {
                all.add(autoscaler);
            }
        }
        all.stream().filter(Objects::isOurs).forEach(cluster::delete);
    }

    private List<HorizontalPodAutoscaler> targeting(Set<String> deployments) {
        return cluster.list(HorizontalPodAutoscaler.class, Map.of()).stream()
                .filter(autoscaler -> autoscaler.getSpec() != null
                        && autoscaler.getSpec().getScaleTargetRef() != null
                        && "Deployment"
                                .equals(autoscaler.getSpec().getScaleTargetRef().getKind())
                        && deployments.contains(
                                autoscaler.getSpec().getScaleTargetRef().getName()))
                .toList();
    }

    private static Optional<String> scaledObject(HorizontalPodAutoscaler autoscaler) {
        List<OwnerReference> owners = autoscaler.getMetadata().getOwnerReferences();
        return owners == null
                ? Optional.empty()
                : owners.stream()
                        .filter(owner -> ScaledObjects.KIND.equals(owner.getKind()))
                        .map(OwnerReference::getName)
                        .findFirst();
    }
}
