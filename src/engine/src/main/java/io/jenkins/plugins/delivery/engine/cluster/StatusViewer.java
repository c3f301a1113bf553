package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of {@code kubectl rollout status}, in its order (kubectl, {@code polymorphichelpers/rollout_status.go}); where
 * those leave something open, pods have to be available, not only updated.
 */
final class StatusViewer {
    private static final Readiness UNSEEN = new Readiness.Waiting("the cluster has not seen the new specification yet");

    private StatusViewer() {}

    static Readiness of(HasMetadata workload) {
        if (workload instanceof Deployment deployment) {
            return deployment(deployment);
        }
        if (workload instanceof StatefulSet set) {
            return statefulSet(set);
        }
        if (workload instanceof DaemonSet set) {
            return daemonSet(set);
        }
        throw new IllegalArgumentException(workload.getKind() + " has no pods to wait for");
    }

    private static Readiness deployment(Deployment deployment) {
        DeploymentStatus status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        if (unseen(deployment, status.getObservedGeneration())) {
            return UNSEEN;
        }
        Optional<DeploymentCondition> late = Workloads.condition(status, "Progressing")
                .filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()));
        if (late.isPresent()) {
            return new Readiness.Failed("the cluster gave up: " + late.get().getMessage());
        }
        int wanted = Workloads.wanted(deployment);
        int updated = number(status.getUpdatedReplicas());
        if (updated < wanted) {
            return new Readiness.Waiting(updated + " of " + wanted + " pods have the new version");
        }
        if (number(status.getReplicas()) > updated) {
            return new Readiness.Waiting((number(status.getReplicas()) - updated) + " pods of before have to end");
        }
        return available(number(status.getAvailableReplicas()), Math.max(updated, wanted), wanted);
    }

    /** Pods are replaced from the last ordinal to the first, those below the partition not at all. */
    private static Readiness statefulSet(StatefulSet set) {
        StatefulSetStatus status = Optional.ofNullable(set.getStatus()).orElseGet(StatefulSetStatus::new);
        if (number(status.getObservedGeneration()) == 0 || unseen(set, status.getObservedGeneration())) {
            return UNSEEN;
        }
        int wanted = Workloads.wanted(set);
        int ready = number(status.getReadyReplicas());
        int partition = Workloads.partition(set);
        int updated = number(status.getUpdatedReplicas());
        if (Workloads.isOnDelete(set)) {
            return ready < wanted
                    ? new Readiness.Waiting(ready + " of " + wanted + " pods are ready")
                    : new Readiness.Ready(onDelete(updated, wanted));
        }
        if (updated < wanted - partition) {
            return new Readiness.Waiting(updated + " of " + (wanted - partition) + " pods have the new version"
                    + (partition == 0 ? "" : " (those below ordinal " + partition + " keep theirs)"));
        }
        if (ready < wanted) {
            return new Readiness.Waiting(ready + " of " + wanted + " pods are ready");
        }
        boolean complete = partition > 0 || Objects.equals(status.getUpdateRevision(), status.getCurrentRevision());
        if (!complete) {
            return new Readiness.Waiting("the last pod of before is being replaced");
        }
        int minReady = number(set.getSpec().getMinReadySeconds());
        Integer available = status.getAvailableReplicas();
        return minReady == 0 || available == null
                ? new Readiness.Ready(ready + " of " + wanted + " pods are ready"
                        + (partition == 0 ? "" : ", " + updated + " of them with the new version"))
                : available(available, wanted, wanted);
    }

    private static Readiness daemonSet(DaemonSet set) {
        DaemonSetStatus status = Optional.ofNullable(set.getStatus()).orElseGet(DaemonSetStatus::new);
        if (unseen(set, status.getObservedGeneration())) {
            return UNSEEN;
        }
        int wanted = number(status.getDesiredNumberScheduled());
        int updated = number(status.getUpdatedNumberScheduled());
        int available = number(status.getNumberAvailable());
        if (Workloads.isOnDelete(set)) {
            return available < wanted
                    ? new Readiness.Waiting(available + " of " + wanted + " pods are available")
                    : new Readiness.Ready(onDelete(updated, wanted));
        }
        if (updated < wanted) {
            return new Readiness.Waiting(updated + " of " + wanted + " nodes have the new version");
        }
        return available(available, wanted, wanted);
    }

    private static Readiness available(int available, int needed, int wanted) {
        String words = available + " of " + wanted + " pods are available";
        return available < needed ? new Readiness.Waiting(words) : new Readiness.Ready(words);
    }

    private static String onDelete(int updated, int wanted) {
        return updated + " of " + wanted + " pods have the new version; the others get it when somebody deletes them";
    }

    private static boolean unseen(HasMetadata workload, Long observed) {
        return number(observed) < number(workload.getMetadata().getGeneration());
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }

    private static long number(Long value) {
        return value == null ? 0 : value;
    }
}
