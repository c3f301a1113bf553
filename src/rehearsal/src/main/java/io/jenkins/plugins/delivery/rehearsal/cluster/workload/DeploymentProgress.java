package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Writes the status of a Deployment: counts, and the conditions Available and Progressing with their reasons. */
final class DeploymentProgress {
    private final ControlLoop loop;
    private final ClusterObjects objects;

    DeploymentProgress(ControlLoop loop, ClusterObjects objects) {
        this.loop = loop;
        this.objects = objects;
    }

    private record Counts(int replicas, int updated, int ready, int available, int desired) {
        boolean complete() {
            return updated == desired && replicas == desired && available == desired;
        }
    }

    void publish(Deployment deployment, Optional<ReplicaSet> current, List<ReplicaSet> old) {
        List<ReplicaSet> all = new ArrayList<>(old);
        current.ifPresent(all::add);
        Counts counts = new Counts(
                sum(all, ReplicaSetStatus::getReplicas),
                current.map(set -> sum(List.of(set), ReplicaSetStatus::getReplicas))
                        .orElse(0),
                sum(all, status -> orZero(status.getReadyReplicas())),
                sum(all, status -> orZero(status.getAvailableReplicas())),
                deployment.getSpec().getReplicas());
        objects.publishStatus(DeploymentController.NAME, deployment, live -> new DeploymentBuilder(live)
                .withStatus(status(live, counts, current))
                .build());
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }

    private static int sum(List<ReplicaSet> sets, ToIntFunction<ReplicaSetStatus> count) {
        return sets.stream()
                .map(ReplicaSet::getStatus)
                .filter(status -> status != null)
                .mapToInt(count)
                .sum();
    }

    private DeploymentStatus status(Deployment live, Counts counts, Optional<ReplicaSet> current) {
        DeploymentStatus before = live.getStatus() == null ? new DeploymentStatus() : live.getStatus();
        return new DeploymentStatusBuilder()
                .withObservedGeneration(live.getMetadata().getGeneration())
                .withReplicas(counts.replicas)
                .withUpdatedReplicas(counts.updated)
                .withReadyReplicas(counts.ready)
                .withAvailableReplicas(counts.available)
                .withUnavailableReplicas(Math.max(0, Math.max(counts.replicas, counts.desired) - counts.available))
                .withConditions(List.of(available(live, before, counts), progressing(live, before, counts, current)))
                .build();
    }

    private DeploymentCondition available(Deployment live, DeploymentStatus before, Counts counts) {
        RollingUpdateDeployment limits = live.getSpec().getStrategy().getRollingUpdate();
        int tolerated = limits == null
                ? 0
                : RollingUpdate.of(counts.desired, limits.getMaxSurge(), limits.getMaxUnavailable())
                        .maxUnavailable();
        boolean enough = counts.available >= counts.desired - tolerated;
        return condition(
                before,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
                false);
    }

    private DeploymentCondition progressing(
            Deployment live, DeploymentStatus before, Counts counts, Optional<ReplicaSet> current) {
        String set = current.map(now -> now.getMetadata().getName()).orElse("");
        if (Boolean.TRUE.equals(live.getSpec().getPaused())) {
            return condition(before, "Progressing", true, "DeploymentPaused", "Deployment is paused", false);
        }
        if (current.isPresent() && counts.complete()) {
            return condition(
                    before,
                    "Progressing",
                    true,
                    "NewReplicaSetAvailable",
                    quoted(set) + " has successfully progressed.",
                    false);
        }
        Optional<DeploymentCondition> last = find(before, "Progressing");
        boolean newRollout = last.isEmpty()
                || !String.valueOf(last.get().getMessage()).startsWith(quoted(set))
                || last.get().getReason().equals("NewReplicaSetAvailable")
                || !live.getMetadata().getGeneration().equals(before.getObservedGeneration());
        boolean moved = counts.updated > orZero(before.getUpdatedReplicas())
                || counts.ready > orZero(before.getReadyReplicas())
                || counts.available > orZero(before.getAvailableReplicas())
                || counts.replicas - counts.updated
                        < orZero(before.getReplicas()) - orZero(before.getUpdatedReplicas());
        if (newRollout || moved) {
            remind(live);
            return condition(before, "Progressing", true, "ReplicaSetUpdated", quoted(set) + " is progressing.", true);
        }
        Instant deadline = Instant.parse(last.get().getLastUpdateTime())
                .plusSeconds(live.getSpec().getProgressDeadlineSeconds());
        if (!deadline.isAfter(loop.now())) {
            return condition(
                    before,
                    "Progressing",
                    false,
                    "ProgressDeadlineExceeded",
                    quoted(set) + " has timed out progressing.",
                    false);
        }
        return last.get();
    }

    private static String quoted(String set) {
        return "ReplicaSet \"" + set + "\"";
    }

    /** Looks again when the deadline may have passed. */
    private void remind(Deployment deployment) {
        loop.after(Duration.ofSeconds(deployment.getSpec().getProgressDeadlineSeconds() + 1L), () -> objects.get(
                        Deployment.class,
                        deployment.getMetadata().getNamespace(),
                        deployment.getMetadata().getName())
                .filter(live -> live.getMetadata()
                        .getUid()
                        .equals(deployment.getMetadata().getUid()))
                .ifPresent(live -> objects.publishStatus(DeploymentController.NAME, live, this::expire)));
    }

    private Deployment expire(Deployment live) {
        DeploymentStatus status = live.getStatus();
        Optional<DeploymentCondition> last = find(status, "Progressing")
                .filter(condition -> condition.getReason().equals("ReplicaSetUpdated"))
                .filter(condition -> !Instant.parse(condition.getLastUpdateTime())
                        .plusSeconds(live.getSpec().getProgressDeadlineSeconds())
                        .isAfter(loop.now()));
        if (last.isEmpty()) {
            return live;
        }
        String message = last.get().getMessage().replace("is progressing.", "has timed out progressing.");
        List<DeploymentCondition> conditions = new ArrayList<>(status.getConditions());
        conditions.remove(last.get());
        conditions.add(condition(status, "Progressing", false, "ProgressDeadlineExceeded", message, false));
        return new DeploymentBuilder(live)
                .editStatus()
                .withConditions(conditions)
                .endStatus()
                .build();
    }

    private static Optional<DeploymentCondition> find(DeploymentStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    private DeploymentCondition condition(
            DeploymentStatus before, String type, boolean holds, String reason, String message, boolean touch) {
        String now = loop.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String status = holds ? "True" : "False";
        Optional<DeploymentCondition> last = find(before, type);
        boolean same = last.isPresent()
                && last.get().getStatus().equals(status)
                && last.get().getReason().equals(reason)
                && last.get().getMessage().equals(message);
        if (same && !touch) {
            return last.get();
        }
        boolean sameStatus = last.isPresent() && last.get().getStatus().equals(status);
        return new DeploymentConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastUpdateTime(now)
                .withLastTransitionTime(sameStatus ? last.get().getLastTransitionTime() : now)
                .build();
    }
}
