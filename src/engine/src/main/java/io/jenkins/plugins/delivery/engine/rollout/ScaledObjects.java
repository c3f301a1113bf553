package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * KEDA's ScaledObjects: it owns the HorizontalPodAutoscaler behind each, and would undo a change of that. Hence the least
 * number of pods is raised instead; more pods stay possible.
 *
 * @see <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject specification</a>
 */
final class ScaledObjects {
    static final String GROUP = "keda.sh";
    static final String KIND = "ScaledObject";
    private static final String LEAST = "minReplicaCount";
    private static final String NONE = "none";

    private ScaledObjects() {}

    static Optional<HasMetadata> find(Cluster cluster, String name) {
        GenericKubernetesResource like = new GenericKubernetesResource();
        like.setApiVersion(GROUP + "/v1alpha1");
        like.setKind(KIND);
        like.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(cluster.namespace())
                .build());
        return cluster.find(like);
    }

    static void suspend(Cluster cluster, String name, int pods) {
        Optional<HasMetadata> there = find(cluster, name)
                .filter(found -> Objects.annotation(found, Labels.SCALING).isEmpty());
        there.ifPresent(found -> {
            Integer least = least(found);
            write(
                    cluster,
                    found,
                    least == null ? NONE : String.valueOf(least),
                    Math.max(pods, least == null ? 0 : least));
        });
    }

    static void resume(Cluster cluster, String name) {
        Optional<HasMetadata> there = find(cluster, name)
                .filter(found -> !Objects.annotation(found, Labels.SCALING).isEmpty());
        there.ifPresent(found -> {
            String before = Objects.annotation(found, Labels.SCALING);
            write(cluster, found, null, NONE.equals(before) ? null : Integer.valueOf(before));
        });
    }

    /** Null removes a field. */
    private static void write(Cluster cluster, HasMetadata observed, String before, Integer least) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put(Labels.SCALING, before);
        cluster.patch(
                observed,
                Map.of(
                        "metadata", Map.of("annotations", annotations),
                        "spec", Collections.singletonMap(LEAST, least)));
    }

    private static Integer least(HasMetadata object) {
        return ((GenericKubernetesResource) object).get("spec", LEAST) instanceof Number number
                ? Integer.valueOf(number.intValue())
                : null;
    }
}
