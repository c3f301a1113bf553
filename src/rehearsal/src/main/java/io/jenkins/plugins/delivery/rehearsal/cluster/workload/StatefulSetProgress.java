package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatusBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import java.time.Duration;
import java.util.List;

/** Writes the status of a StatefulSet. */
final class StatefulSetProgress {
    private final ControlLoop loop;
    private final ClusterObjects objects;

    StatefulSetProgress(ControlLoop loop, ClusterObjects objects) {
        this.loop = loop;
        this.objects = objects;
    }

    static int partition(StatefulSet set) {
        var rolling = set.getSpec().getUpdateStrategy().getRollingUpdate();
        return rolling == null || rolling.getPartition() == null ? 0 : rolling.getPartition();
    }

    void publish(StatefulSet set, List<Pod> pods, String revision) {
        int minReady =
                set.getSpec().getMinReadySeconds() == null ? 0 : set.getSpec().getMinReadySeconds();
        List<Pod> active = pods.stream().filter(PodReadiness::isActive).toList();
        int ready = (int) active.stream().filter(PodReadiness::isReady).count();
        int available = (int) active.stream()
                .filter(pod -> PodReadiness.isAvailable(pod, minReady, loop.now()))
                .count();
        if (ready > available) {
            loop.after(Duration.ofSeconds(1), () -> publish(set, pods, revision));
        }
        int updated = (int)
                active.stream().filter(pod -> Revisions.isOf(pod, revision)).count();
        objects.publishStatus(StatefulSetController.NAME, set, live -> {
            int wanted = live.getSpec().getReplicas();
            String before = live.getStatus() == null ? null : live.getStatus().getCurrentRevision();
            boolean through = partition(live) == 0 && updated == wanted && ready == wanted && active.size() == wanted;
            String current = before == null || through ? revision : before;
            return new StatefulSetBuilder(live)
                    .withStatus(new StatefulSetStatusBuilder()
                            .withObservedGeneration(live.getMetadata().getGeneration())
                            .withReplicas(active.size())
                            .withReadyReplicas(ready)
                            .withAvailableReplicas(available)
                            .withUpdatedReplicas(updated)
                            .withCurrentReplicas((int) active.stream()
                                    .filter(pod -> Revisions.isOf(pod, current))
                                    .count())
                            .withUpdateRevision(revision)
                            .withCurrentRevision(current)
                            .build())
                    .build();
        });
    }
}
