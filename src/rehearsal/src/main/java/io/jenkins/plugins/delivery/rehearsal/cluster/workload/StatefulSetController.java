package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the pods of each StatefulSet: in the order of their ordinals, one after the other, replaced from the last to the
 * first down to the partition. A pod that is not ready is waited for, unless pods are managed in parallel.
 */
final class StatefulSetController {
    static final String NAME = "statefulset-controller";

    private final ClusterObjects objects;
    private final EventRecorder events;
    private final StatefulSetProgress progress;
    private final Revisions revisions;

    StatefulSetController(ControlLoop loop, ClusterObjects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.revisions = new Revisions(objects, NAME);
        this.progress = new StatefulSetProgress(loop, objects);
    }

    void reconcile() {
        List<Pod> pods = objects.list(Pod.class);
        for (StatefulSet set : objects.list(StatefulSet.class)) {
            if (!Owners.isMarked(set)) {
                List<Pod> own =
                        pods.stream().filter(pod -> Owners.owns(set, pod)).toList();
                PodTemplateSpec template = set.getSpec().getTemplate();
                String revision = revisions.current(set, template);
                step(set, own, revision);
                progress.publish(set, own, revision);
            }
        }
    }

    private void step(StatefulSet set, List<Pod> pods, String revision) {
        boolean parallel = "Parallel".equals(set.getSpec().getPodManagementPolicy());
        int wanted = set.getSpec().getReplicas();
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            Optional<Pod> pod = pod(set, pods, ordinal);
            if (pod.isEmpty()) {
                create(set, ordinal, revision);
            }
            if (!parallel && !pod.filter(PodReadiness::isReady).isPresent()) {
                return;
            }
        }
        List<Pod> surplus = pods.stream()
                .filter(pod -> Ordinals.of(pod) >= wanted)
                .sorted((a, b) -> Integer.compare(Ordinals.of(b), Ordinals.of(a)))
                .toList();
        if (!surplus.isEmpty()) {
            (parallel ? surplus : surplus.subList(0, 1)).forEach(pod -> delete(set, pod));
            return;
        }
        update(set, pods, revision);
    }

    private void update(StatefulSet set, List<Pod> pods, String revision) {
        if ("OnDelete".equals(set.getSpec().getUpdateStrategy().getType())) {
            return;
        }
        for (int ordinal = set.getSpec().getReplicas() - 1; ordinal >= StatefulSetProgress.partition(set); ordinal--) {
            Optional<Pod> pod = pod(set, pods, ordinal);
            if (pod.isPresent() && !Revisions.isOf(pod.get(), revision)) {
                delete(set, pod.get());
                return;
            }
            if (!pod.filter(PodReadiness::isReady).isPresent()) {
                return;
            }
        }
    }

    private static Optional<Pod> pod(StatefulSet set, List<Pod> pods, int ordinal) {
        String name = set.getMetadata().getName() + "-" + ordinal;
        return pods.stream()
                .filter(pod -> pod.getMetadata().getName().equals(name))
                .findFirst();
    }

    private void delete(StatefulSet set, Pod pod) {
        if (!Owners.isMarked(pod)) {
            objects.delete(pod);
            events.normal(
                    set,
                    "SuccessfulDelete",
                    "delete Pod " + pod.getMetadata().getName() + " in StatefulSet "
                            + set.getMetadata().getName() + " successful");
        }
    }

    /** Below the partition a pod comes back as it was. */
    private void create(StatefulSet set, int ordinal, String revision) {
        String kept = set.getStatus() == null ? null : set.getStatus().getCurrentRevision();
        boolean below = ordinal < StatefulSetProgress.partition(set) && kept != null;
        PodTemplateSpec template = below
                ? revisions.template(set, kept).orElse(set.getSpec().getTemplate())
                : set.getSpec().getTemplate();
        String name = set.getMetadata().getName() + "-" + ordinal;
        claims(set, name);
        objects.create(
                NAME,
                new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(set.getMetadata().getNamespace())
                        .withLabels(template.getMetadata().getLabels())
                        .addToLabels("statefulset.kubernetes.io/pod-name", name)
                        .addToLabels("apps.kubernetes.io/pod-index", String.valueOf(ordinal))
                        .addToLabels(Revisions.LABEL, below ? kept : revision)
                        .withAnnotations(template.getMetadata().getAnnotations())
                        .withOwnerReferences(Owners.reference(set))
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .editSpec()
                        .withHostname(name)
                        .withSubdomain(set.getSpec().getServiceName())
                        .addAllToVolumes(volumes(set, name))
                        .endSpec()
                        .build());
        events.normal(
                set,
                "SuccessfulCreate",
                "create Pod " + name + " in StatefulSet " + set.getMetadata().getName() + " successful");
    }

    private static List<Volume> volumes(StatefulSet set, String pod) {
        List<Volume> volumes = new ArrayList<>();
        for (PersistentVolumeClaim claim : set.getSpec().getVolumeClaimTemplates()) {
            String name = claim.getMetadata().getName();
            volumes.add(new VolumeBuilder()
                    .withName(name)
                    .withNewPersistentVolumeClaim()
                    .withClaimName(name + "-" + pod)
                    .endPersistentVolumeClaim()
                    .build());
        }
        return volumes;
    }

    /** There is no storage here: a claim is bound at once, and outlives its pod. */
    private void claims(StatefulSet set, String pod) {
        for (PersistentVolumeClaim template : set.getSpec().getVolumeClaimTemplates()) {
            String name = template.getMetadata().getName() + "-" + pod;
            if (objects.get(PersistentVolumeClaim.class, set.getMetadata().getNamespace(), name)
                    .isEmpty()) {
                objects.create(
                        NAME,
                        new PersistentVolumeClaimBuilder(template)
                                .editMetadata()
                                .withName(name)
                                .withNamespace(set.getMetadata().getNamespace())
                                .endMetadata()
                                .withNewStatus()
                                .withPhase("Bound")
                                .endStatus()
                                .build());
            }
        }
    }
}
