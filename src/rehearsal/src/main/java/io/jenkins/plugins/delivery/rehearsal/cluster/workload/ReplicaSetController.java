package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatusBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Keeps as many pods as each ReplicaSet says. */
final class ReplicaSetController {
    /** Which pods go first: those that are not ready, then the youngest. */
    private static final Comparator<Pod> FIRST_TO_GO = Comparator.comparing(PodReadiness::isReady)
            .thenComparing(pod -> pod.getMetadata().getCreationTimestamp(), Comparator.reverseOrder())
            .thenComparing(pod -> pod.getMetadata().getName());

    private final ControlLoop loop;
    private final ClusterObjects objects;
    private final EventRecorder events;

    ReplicaSetController(ControlLoop loop, ClusterObjects objects, EventRecorder events) {
        this.loop = loop;
        this.objects = objects;
        this.events = events;
    }

    void reconcile() {
        List<Pod> pods = objects.list(Pod.class);
        for (ReplicaSet set : objects.list(ReplicaSet.class)) {
            if (!Owners.isMarked(set)) {
                reconcile(
                        set, pods.stream().filter(pod -> Owners.owns(set, pod)).toList());
            }
        }
    }

    private void reconcile(ReplicaSet set, List<Pod> pods) {
        List<Pod> active = pods.stream().filter(PodReadiness::isActive).toList();
        int missing = set.getSpec().getReplicas() - active.size();
        for (int i = 0; i < missing; i++) {
            create(set);
        }
        if (missing < 0) {
            active.stream().sorted(FIRST_TO_GO).limit(-missing).forEach(pod -> {
                objects.delete(pod);
                events.normal(
                        set,
                        "SuccessfulDelete",
                        "Deleted pod: " + pod.getMetadata().getName());
            });
        }
        publish(set, active);
    }

    private void create(ReplicaSet set) {
        PodTemplateSpec template = set.getSpec().getTemplate();
        String name =
                set.getMetadata().getName() + "-" + UUID.randomUUID().toString().substring(0, 5);
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(set.getMetadata().getNamespace())
                .withLabels(template.getMetadata().getLabels())
                .withAnnotations(template.getMetadata().getAnnotations())
                .withOwnerReferences(Owners.reference(set))
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
        objects.create("replicaset-controller", pod);
        events.normal(set, "SuccessfulCreate", "Created pod: " + name);
    }

    private void publish(ReplicaSet set, List<Pod> active) {
        Instant now = loop.now();
        int minReady =
                set.getSpec().getMinReadySeconds() == null ? 0 : set.getSpec().getMinReadySeconds();
        int ready = (int) active.stream().filter(PodReadiness::isReady).count();
        int available = (int) active.stream()
                .filter(pod -> PodReadiness.isAvailable(pod, minReady, now))
                .count();
        if (ready > available) {
            loop.after(Duration.ofSeconds(1), this::reconcile);
        }
        objects.publishStatus("replicaset-controller", set, live -> new ReplicaSetBuilder(live)
                .withStatus(new ReplicaSetStatusBuilder()
                        .withReplicas(active.size())
                        .withFullyLabeledReplicas(active.size())
                        .withReadyReplicas(ready)
                        .withAvailableReplicas(available)
                        .withObservedGeneration(live.getMetadata().getGeneration())
                        .build())
                .build());
    }
}
