package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatusBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keeps one pod of each DaemonSet on the one node that there is. The old one goes before the new one comes. */
final class DaemonSetController {
    private static final String NAME = "daemonset-controller";
    private static final int NODES = 1;

    private final ControlLoop loop;
    private final ClusterObjects objects;
    private final EventRecorder events;
    private final Revisions revisions;

    DaemonSetController(ControlLoop loop, ClusterObjects objects, EventRecorder events) {
        this.loop = loop;
        this.objects = objects;
        this.events = events;
        this.revisions = new Revisions(objects, NAME);
    }

    void reconcile() {
        List<Pod> pods = objects.list(Pod.class);
        for (DaemonSet set : objects.list(DaemonSet.class)) {
            if (!Owners.isMarked(set)) {
                List<Pod> own =
                        pods.stream().filter(pod -> Owners.owns(set, pod)).toList();
                String revision = revisions.current(set, set.getSpec().getTemplate());
                step(set, own, revision);
                publish(set, own, revision);
            }
        }
    }

    private void step(DaemonSet set, List<Pod> pods, String revision) {
        if (pods.isEmpty()) {
            create(set, revision);
            return;
        }
        boolean rolls = !"OnDelete".equals(set.getSpec().getUpdateStrategy().getType());
        pods.stream()
                .filter(pod -> !Owners.isMarked(pod))
                .filter(pod -> rolls && !Revisions.isOf(pod, revision))
                .forEach(pod -> {
                    objects.delete(pod);
                    events.normal(
                            set,
                            "SuccessfulDelete",
                            "Deleted pod: " + pod.getMetadata().getName());
                });
    }

    private void create(DaemonSet set, String revision) {
        PodTemplateSpec template = set.getSpec().getTemplate();
        String name =
                set.getMetadata().getName() + "-" + UUID.randomUUID().toString().substring(0, 5);
        objects.create(
                NAME,
                new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(set.getMetadata().getNamespace())
                        .withLabels(template.getMetadata().getLabels())
                        .addToLabels(Revisions.LABEL, revision)
                        .withAnnotations(template.getMetadata().getAnnotations())
                        .withOwnerReferences(Owners.reference(set))
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .build());
        events.normal(set, "SuccessfulCreate", "Created pod: " + name);
    }

    private void publish(DaemonSet set, List<Pod> pods, String revision) {
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
        objects.publishStatus(NAME, set, live -> new DaemonSetBuilder(live)
                .withStatus(new DaemonSetStatusBuilder()
                        .withObservedGeneration(live.getMetadata().getGeneration())
                        .withDesiredNumberScheduled(NODES)
                        .withCurrentNumberScheduled(active.size())
                        .withUpdatedNumberScheduled(updated)
                        .withNumberReady(ready)
                        .withNumberAvailable(available)
                        .withNumberUnavailable(NODES - available)
                        .withNumberMisscheduled(0)
                        .build())
                .build());
    }
}
