package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves each Deployment to the ReplicaSet of its template, by its strategy. */
final class DeploymentController {
    static final String NAME = "deployment-controller";
    static final String REVISION = "deployment.kubernetes.io/revision";

    private final ClusterObjects objects;
    private final EventRecorder events;
    private final DeploymentProgress progress;

    DeploymentController(ControlLoop loop, ClusterObjects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.progress = new DeploymentProgress(loop, objects);
    }

    void reconcile() {
        List<ReplicaSet> sets = objects.list(ReplicaSet.class);
        for (Deployment deployment : objects.list(Deployment.class)) {
            if (!Owners.isMarked(deployment)) {
                reconcile(
                        deployment,
                        sets.stream()
                                .filter(set -> Owners.owns(deployment, set) && !Owners.isMarked(set))
                                .toList());
            }
        }
    }

    private void reconcile(Deployment deployment, List<ReplicaSet> sets) {
        String hash = TemplateHash.of(deployment.getSpec().getTemplate());
        Optional<ReplicaSet> current = sets.stream()
                .filter(set -> hash.equals(set.getMetadata().getLabels().get(TemplateHash.LABEL)))
                .findFirst();
        List<ReplicaSet> old =
                sets.stream().filter(set -> !current.equals(Optional.of(set))).toList();
        boolean paused = Boolean.TRUE.equals(deployment.getSpec().getPaused());
        if (!paused) {
            roll(deployment, hash, current, old);
        } else {
            scalePaused(deployment, sets);
        }
        progress.publish(deployment, current, old);
    }

    private void scalePaused(Deployment deployment, List<ReplicaSet> sets) {
        List<ReplicaSet> active = sets.stream().filter(set -> replicas(set) > 0).toList();
        if (active.size() == 1) {
            scale(deployment, active.get(0), deployment.getSpec().getReplicas());
        }
    }

    private void roll(Deployment deployment, String hash, Optional<ReplicaSet> current, List<ReplicaSet> old) {
        int desired = deployment.getSpec().getReplicas();
        boolean recreate = "Recreate".equals(deployment.getSpec().getStrategy().getType());
        RollingUpdateDeployment limits = deployment.getSpec().getStrategy().getRollingUpdate();
        RollingUpdate update = recreate
                ? new RollingUpdate(desired, 0, desired)
                : RollingUpdate.of(desired, limits.getMaxSurge(), limits.getMaxUnavailable());
        int oldWanted = old.stream().mapToInt(DeploymentController::replicas).sum();
        if (current.isEmpty()) {
            boolean wait = recreate && (oldWanted > 0 || anyPods(old));
            create(deployment, hash, wait ? 0 : update.grow(oldWanted, 0), old);
            return;
        }
        int newWanted = replicas(current.get());
        boolean hold = recreate && anyPods(old);
        int grown = hold ? 0 : update.grow(oldWanted + newWanted, newWanted);
        revise(deployment, current.get(), old);
        scale(deployment, current.get(), grown);
        shrink(deployment, update, old, grown, available(current.get()));
        cleanUp(deployment, old);
    }

    private boolean anyPods(List<ReplicaSet> sets) {
        List<Pod> pods = objects.list(Pod.class);
        return sets.stream().anyMatch(set -> pods.stream().anyMatch(pod -> Owners.owns(set, pod)));
    }

    private void shrink(
            Deployment deployment, RollingUpdate update, List<ReplicaSet> old, int newWanted, int newAvailable) {
        int oldWanted = old.stream().mapToInt(DeploymentController::replicas).sum();
        int budget = update.shrink(oldWanted + newWanted, Math.max(0, newWanted - newAvailable));
        Map<String, Integer> sizes = new HashMap<>();
        old.forEach(set -> sizes.put(set.getMetadata().getName(), replicas(set)));
        List<ReplicaSet> oldestFirst =
                old.stream().sorted(Comparator.comparing(set -> revision(set))).toList();
        // Pods that do not serve anyway go first: losing them makes nothing worse.
        for (ReplicaSet set : oldestFirst) {
            int idle = Math.max(0, replicas(set) - available(set));
            int lost = Math.min(idle, budget);
            budget -= lost;
            sizes.merge(set.getMetadata().getName(), -lost, Integer::sum);
        }
        int availableNow = newAvailable
                + old.stream().mapToInt(DeploymentController::available).sum();
        int spare = Math.min(budget, availableNow - (update.desired() - update.maxUnavailable()));
        for (ReplicaSet set : oldestFirst) {
            int lost = Math.max(0, Math.min(spare, sizes.get(set.getMetadata().getName())));
            spare -= lost;
            sizes.merge(set.getMetadata().getName(), -lost, Integer::sum);
        }
        old.forEach(set -> scale(deployment, set, sizes.get(set.getMetadata().getName())));
    }

    private void create(Deployment deployment, String hash, int replicas, List<ReplicaSet> old) {
        String name = deployment.getMetadata().getName() + "-" + hash;
        Map<String, String> labels = new HashMap<>();
        Optional.ofNullable(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .ifPresent(labels::putAll);
        labels.put(TemplateHash.LABEL, hash);
        ReplicaSet set = new ReplicaSetBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(deployment.getMetadata().getNamespace())
                .withLabels(labels)
                .withOwnerReferences(Owners.reference(deployment))
                .addToAnnotations(REVISION, Long.toString(highest(old) + 1))
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withMinReadySeconds(deployment.getSpec().getMinReadySeconds())
                .withSelector(new LabelSelectorBuilder(deployment.getSpec().getSelector())
                        .addToMatchLabels(TemplateHash.LABEL, hash)
                        .build())
                .withTemplate(new PodTemplateSpecBuilder(deployment.getSpec().getTemplate())
                        .editMetadata()
                        .addToLabels(TemplateHash.LABEL, hash)
                        .endMetadata()
                        .build())
                .endSpec()
                .build();
        objects.create(NAME, set);
        events.normal(deployment, "ScalingReplicaSet", "Scaled up replica set " + name + " to " + replicas);
        annotate(deployment, highest(old) + 1);
    }

    /** A template that comes back gets the newest revision again. */
    private void revise(Deployment deployment, ReplicaSet current, List<ReplicaSet> old) {
        long wanted = Math.max(revision(current), highest(old) + 1);
        if (revision(current) != wanted) {
            objects.modify(NAME, current, live -> new ReplicaSetBuilder(live)
                    .editMetadata()
                    .addToAnnotations(REVISION, Long.toString(wanted))
                    .endMetadata()
                    .build());
        }
        annotate(deployment, wanted);
    }

    private void annotate(Deployment deployment, long revision) {
        Map<String, String> annotations = deployment.getMetadata().getAnnotations();
        String text = Long.toString(revision);
        if (annotations == null || !text.equals(annotations.get(REVISION))) {
            objects.modify(NAME, deployment, live -> new DeploymentBuilder(live)
                    .editMetadata()
                    .addToAnnotations(REVISION, text)
                    .endMetadata()
                    .build());
        }
    }

    private void scale(Deployment deployment, ReplicaSet set, int replicas) {
        int before = replicas(set);
        if (before == replicas) {
            return;
        }
        objects.modify(NAME, set, live -> new ReplicaSetBuilder(live)
                .editSpec()
                .withReplicas(replicas)
                .endSpec()
                .build());
        events.normal(
                deployment,
                "ScalingReplicaSet",
                "Scaled " + (replicas > before ? "up" : "down") + " replica set "
                        + set.getMetadata().getName() + " from " + before + " to " + replicas);
    }

    private void cleanUp(Deployment deployment, List<ReplicaSet> old) {
        List<ReplicaSet> idle = new ArrayList<>(old.stream()
                .filter(set -> replicas(set) == 0
                        && set.getStatus() != null
                        && set.getStatus().getReplicas() == 0)
                .toList());
        idle.sort(Comparator.comparing(DeploymentController::revision));
        int excess = idle.size() - deployment.getSpec().getRevisionHistoryLimit();
        idle.stream().limit(Math.max(0, excess)).forEach(objects::delete);
    }

    private static long highest(List<ReplicaSet> sets) {
        return sets.stream().mapToLong(DeploymentController::revision).max().orElse(0);
    }

    static long revision(ReplicaSet set) {
        Map<String, String> annotations = set.getMetadata().getAnnotations();
        return annotations == null ? 0 : Long.parseLong(annotations.getOrDefault(REVISION, "0"));
    }

    static int replicas(ReplicaSet set) {
        return set.getSpec().getReplicas() == null ? 1 : set.getSpec().getReplicas();
    }

    static int available(ReplicaSet set) {
        return set.getStatus() == null || set.getStatus().getAvailableReplicas() == null
                ? 0
                : set.getStatus().getAvailableReplicas();
    }
}
