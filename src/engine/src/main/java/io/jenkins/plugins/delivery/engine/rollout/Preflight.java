package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.manifest.Diff;
import io.jenkins.plugins.delivery.engine.manifest.ManifestWarnings;
import io.jenkins.plugins.delivery.engine.manifest.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found out before anything was touched: what could go wrong one day, and what will change.
 *
 * @param warnings one sentence each
 * @param changes one line for each field that is to change
 */
public record Preflight(List<String> warnings, List<String> changes) {
    static final Preflight NONE = new Preflight(List.of(), List.of());
    private static final int MOST_CHANGES = 200;

    public Preflight {
        warnings = List.copyOf(warnings);
        changes = List.copyOf(changes);
    }

    /**
     * Makes sure that the cluster will accept objects, all problems at once: missing permissions, fields of other managers,
     * objects that are not valid. Fields of other managers are taken over only on objects that are ours already, or where
     * the plan says so; elsewhere they are a conflict.
     *
     * @throws ClusterException for what it will not accept
     */
    static Preflight of(Scene scene, List<? extends HasMetadata> objects) {
        Cluster cluster = scene.cluster();
        objects.forEach(object -> refuseOutside(cluster, object));
        Permissions.demand(cluster, Needs.of(scene.plan(), cluster, objects));
        List<String> changes = new ArrayList<>();
        List<ClusterException> refusals = new ArrayList<>();
        for (HasMetadata object : objects) {
            Optional<HasMetadata> live = cluster.find(object);
            boolean foreign = live.filter(there -> !Objects.isOurs(there)).isPresent();
            try {
                HasMetadata then =
                        cluster.check(object, !foreign || scene.plan().takeOver());
                changes.addAll(Diff.lines(live, then));
            } catch (ClusterException e) {
                if (e.mayPass()) {
                    throw e;
                }
                refusals.add(e);
            }
        }
        refuse(refusals);
        return new Preflight(
                warnings(scene), changes.stream().limit(MOST_CHANGES).toList());
    }

    /** This and more of the same rollout. */
    Preflight and(Preflight more) {
        return new Preflight(
                Stream.concat(warnings.stream(), more.warnings.stream())
                        .distinct()
                        .toList(),
                Stream.concat(changes.stream(), more.changes.stream())
                        .limit(MOST_CHANGES)
                        .toList());
    }

    /** Of a custom resource only the cluster knows whether it lives in a namespace. */
    private static void refuseOutside(Cluster cluster, HasMetadata object) {
        if (object instanceof GenericKubernetesResource
                && object.getMetadata().getNamespace() != null
                && !cluster.resource(object).namespaced()) {
            throw new ManifestException(
                    object.getKind() + " '" + object.getMetadata().getName()
                            + "' belongs to the whole cluster; a release may only hold objects of its namespace '"
                            + cluster.namespace() + "', unless an administrator lists the kind " + object.getKind()
                            + " in the settings of the cluster");
        }
    }

    private static void refuse(List<ClusterException> refusals) {
        if (!refusals.isEmpty()) {
            String said = String.join(
                    "; ", refusals.stream().map(ClusterException::getMessage).toList());
            throw new ClusterException(refusals.get(0).kind(), said, refusals.get(0));
        }
    }

    private static List<String> warnings(Scene scene) {
        List<HasMetadata> there = new ArrayList<>();
        there.addAll(scene.cluster().list(PodDisruptionBudget.class, Map.of()));
        there.addAll(scene.cluster().list(HorizontalPodAutoscaler.class, Map.of()));
        return ManifestWarnings.of(scene.plan().release().objects(), there);
    }
}
