package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.manifest.Permissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pod template before the current one, as {@code kubectl rollout undo} finds it: among the ReplicaSets of a Deployment,
 * or among the ControllerRevisions of a StatefulSet or DaemonSet.
 *
 * @param number counts up with each change of the template
 * @param template as JSON
 */
record EarlierRevision(long number, ObjectNode template) {
    private static final String NUMBER = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";
    /** How a ControllerRevision says that its template is the whole one. */
    private static final String DIRECTIVE = "$patch";

    /** The previous revision of the application as a release; its number is 0, because nobody recorded it. */
    static Optional<Release> release(Cluster cluster, String app) {
        Permissions.demand(cluster, Needs.toLookBack());
        for (Class<? extends HasMetadata> type : Workload.TYPES) {
            Optional<? extends HasMetadata> workload = cluster.find(type, app);
            if (workload.isPresent()) {
                return before(cluster, workload.get()).map(revision -> revision.of(workload.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<EarlierRevision> before(Cluster cluster, HasMetadata workload) {
        List<EarlierRevision> all =
                workload instanceof Deployment ? replicaSets(cluster, workload) : revisions(cluster, workload);
        return all.stream()
                .sorted(Comparator.comparingLong(EarlierRevision::number).reversed())
                .skip(1)
                .findFirst();
    }

    private static List<EarlierRevision> replicaSets(Cluster cluster, HasMetadata workload) {
        return cluster.list(ReplicaSet.class, Map.of()).stream()
                .filter(set -> isOf(workload, set))
                .flatMap(set -> read(numberOf(set), tree(set).path("spec").path("template")).stream())
                .toList();
    }

    private static List<EarlierRevision> revisions(Cluster cluster, HasMetadata workload) {
        return cluster.list(ControllerRevision.class, Map.of()).stream()
                .filter(revision -> isOf(workload, revision))
                .flatMap(revision ->
                        read(
                                numberOf(revision),
                                tree(revision).path("data").path("spec").path("template"))
                                .stream())
                .toList();
    }

    private static Optional<EarlierRevision> read(long number, JsonNode template) {
        if (!(template instanceof ObjectNode whole)) {
            return Optional.empty();
        }
        whole.remove(DIRECTIVE);
        if (whole.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        return Optional.of(new EarlierRevision(number, whole));
    }

    private static boolean isOf(HasMetadata workload, HasMetadata revision) {
        return revision.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> workload.getKind().equals(owner.getKind())
                        && workload.getMetadata().getName().equals(owner.getName()));
    }

    private static long numberOf(ReplicaSet set) {
        String number = Objects.annotation(set, NUMBER);
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    private static long numberOf(ControllerRevision revision) {
        return revision.getRevision() == null ? 0 : revision.getRevision();
    }

    private Release of(HasMetadata workload) {
        ObjectNode before = (ObjectNode) Objects.tree(Objects.bare(workload));
        before.withObjectProperty("spec").set("template", template);
        HasMetadata then = Serialization.unmarshal(before.toString());
        return new Release(
                0,
                Images.version(Images.of(then)),
                StrategyKind.ROLLING,
                "",
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(before.toString()),
                true,
                null,
                Map.of());
    }

    private static JsonNode tree(HasMetadata object) {
        return Objects.tree(Serialization.asJson(object));
    }
}
