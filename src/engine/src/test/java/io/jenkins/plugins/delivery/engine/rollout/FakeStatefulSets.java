package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatusBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Pods;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.Optional;
import java.util.Set;

/** Replaces one pod at a time, from the last ordinal to the first, and waits for ever for one that is not ready. */
final class FakeStatefulSets {
    private static final String REVISION = "controller-revision-hash";

    private final FakeCluster cluster;
    private final Set<String> neverReady;

    FakeStatefulSets(FakeCluster cluster, Set<String> neverReady) {
        this.cluster = cluster;
        this.neverReady = neverReady;
    }

    void settle() {
        cluster.all(StatefulSet.class, any -> true).forEach(this::settle);
    }

    private void settle(StatefulSet set) {
        String revision =
                Integer.toHexString(set.getSpec().getTemplate().toString().hashCode());
        int wanted = Workloads.wanted(set);
        step(set, revision, wanted);
        int ready = 0;
        int updated = 0;
        for (int i = 0; i < wanted; i++) {
            Optional<Pod> pod = pod(set, i);
            ready += pod.filter(Pods::isReady).isPresent() ? 1 : 0;
            updated += pod.filter(there -> isOf(there, revision)).isPresent() ? 1 : 0;
        }
        StatefulSetStatus before = set.getStatus();
        StatefulSetStatus status = new StatefulSetStatusBuilder()
                .withObservedGeneration(set.getMetadata().getGeneration())
                .withReplicas(wanted)
                .withReadyReplicas(ready)
                .withUpdatedReplicas(updated)
                .withUpdateRevision(revision)
                .withCurrentRevision(
                        updated == wanted && ready == wanted || before == null ? revision : before.getCurrentRevision())
                .build();
        if (!status.equals(before)) {
            cluster.put(new StatefulSetBuilder(set).withStatus(status).build());
        }
    }

    /** Fills gaps in order, or replaces the last pod that is not of the revision. */
    private void step(StatefulSet set, String revision, int wanted) {
        for (int i = 0; i < wanted; i++) {
            Optional<Pod> pod = pod(set, i);
            if (pod.isEmpty()) {
                cluster.put(pod(set, i, revision));
                return;
            }
            if (!Pods.isReady(pod.get())) {
                return;
            }
        }
        for (int i = wanted - 1; i >= 0; i--) {
            if (!isOf(pod(set, i).orElseThrow(), revision)) {
                cluster.put(pod(set, i, revision));
                return;
            }
        }
    }

    private Optional<Pod> pod(StatefulSet set, int ordinal) {
        return cluster.get(Pod.class, set.getMetadata().getName() + "-" + ordinal);
    }

    private static boolean isOf(Pod pod, String revision) {
        return revision.equals(pod.getMetadata().getLabels().get(REVISION));
    }

    private Pod pod(StatefulSet set, int ordinal, String revision) {
        String version = Images.version(Images.of(set));
        String ready = neverReady.contains(version) ? "False" : "True";
        return new PodBuilder()
                .withNewMetadata()
                .withName(set.getMetadata().getName() + "-" + ordinal)
                .withLabels(set.getSpec().getTemplate().getMetadata().getLabels())
                .addToLabels(REVISION, revision)
                .addToAnnotations("deployment", set.getMetadata().getName())
                .addToAnnotations("version", version)
                .endMetadata()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }
}
