package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the revision before the current one among the ReplicaSets of a Deployment, as {@code kubectl rollout undo}. */
final class ReplicaSets {
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";

    private ReplicaSets() {}

    /** The previous revision as a release; its number is 0, because nobody recorded it. */
    static Optional<Release> previous(Cluster cluster, String app) {
        return cluster.find(Deployment.class, app).flatMap(deployment -> revisions(cluster, deployment).stream()
                .skip(1)
                .findFirst()
                .map(revision -> release(deployment, revision)));
    }

    private static List<ReplicaSet> revisions(Cluster cluster, Deployment deployment) {
        return cluster.list(ReplicaSet.class, Map.of()).stream()
                .filter(set -> set.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner -> "Deployment".equals(owner.getKind())
                                && deployment.getMetadata().getName().equals(owner.getName())))
                .sorted(Comparator.comparingLong(ReplicaSets::revision).reversed())
                .toList();
    }

    private static long revision(ReplicaSet set) {
        String revision = Objects.annotation(set, REVISION);
        return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : 0;
    }

    private static Release release(Deployment deployment, ReplicaSet revision) {
        Deployment before = Serialization.unmarshal(Objects.bare(deployment), Deployment.class);
        PodTemplateSpec template = Serialization.clone(revision.getSpec().getTemplate());
        template.getMetadata().getLabels().remove(HASH);
        before.getSpec().setTemplate(template);
        String image = Images.of(before);
        return new Release(
                0,
                Images.version(image),
                StrategyKind.ROLLING,
                "",
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(Serialization.asJson(before)),
                true,
                null,
                Map.of());
    }
}
