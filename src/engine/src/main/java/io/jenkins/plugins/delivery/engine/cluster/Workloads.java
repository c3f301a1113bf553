package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a workload is doing: the rules of {@code kubectl rollout status}, and the reasons behind them. */
public final class Workloads {
    private Workloads() {}

    /**
     * Whether the latest rollout of a Deployment, StatefulSet or DaemonSet is complete.
     *
     * @param workload as it was read last, or empty when it is not there
     */
    public static Readiness readiness(Cluster cluster, Optional<? extends HasMetadata> workload) {
        if (workload.isEmpty()) {
            return new Readiness.Waiting("it is not there yet");
        }
        HasMetadata observed = workload.get();
        Readiness progress = StatusViewer.of(observed);
        return progress instanceof Readiness.Ready ? progress : explained(cluster, observed, progress);
    }

    /** How many pods a workload should have; one unless it says so, and as many as there are nodes of a DaemonSet. */
    public static int wanted(HasMetadata workload) {
        if (workload instanceof DaemonSet set) {
            return set.getStatus() == null ? 0 : number(set.getStatus().getDesiredNumberScheduled());
        }
        return Workload.of(workload).map(Workload::replicas).orElse(0);
    }

    /** How many pods of a workload pass their readiness probe. */
    public static int ready(HasMetadata workload) {
        if (workload instanceof Deployment deployment && deployment.getStatus() != null) {
            return number(deployment.getStatus().getReadyReplicas());
        }
        if (workload instanceof StatefulSet set && set.getStatus() != null) {
            return number(set.getStatus().getReadyReplicas());
        }
        if (workload instanceof DaemonSet set && set.getStatus() != null) {
            return number(set.getStatus().getNumberReady());
        }
        return 0;
    }

    /** The pods of a workload, by the labels of its pod template. */
    public static List<Pod> pods(Cluster cluster, HasMetadata workload) {
        Map<String, String> labels = Workload.of(workload).map(Workload::labels).orElse(Map.of());
        return labels.isEmpty() ? List.of() : cluster.list(Pod.class, labels);
    }

    /** Whether pods get a new version only when somebody deletes them. */
    public static boolean isOnDelete(HasMetadata workload) {
        String type = "";
        if (workload instanceof StatefulSet set && set.getSpec().getUpdateStrategy() != null) {
            type = set.getSpec().getUpdateStrategy().getType();
        } else if (workload instanceof DaemonSet set && set.getSpec().getUpdateStrategy() != null) {
            type = set.getSpec().getUpdateStrategy().getType();
        }
        return "OnDelete".equals(type);
    }

    /** The ordinal below which pods of a StatefulSet keep the version that they have. */
    static int partition(StatefulSet set) {
        var strategy = set.getSpec().getUpdateStrategy();
        Integer partition = strategy == null || strategy.getRollingUpdate() == null
                ? null
                : strategy.getRollingUpdate().getPartition();
        return Math.min(number(partition), wanted(set));
    }

    static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
        return Optional.ofNullable(status.getConditions()).orElse(List.of()).stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static Readiness explained(Cluster cluster, HasMetadata workload, Readiness progress) {
        Optional<String> refused = refused(cluster, workload);
        Optional<PodProblem> problem = refused.isPresent() ? Optional.empty() : worst(cluster, workload);
        String reason = progress.reason()
                + refused.or(() -> problem.map(PodProblem::text))
                        .map(text -> ": " + text)
                        .orElse("");
        boolean hopeless = progress instanceof Readiness.Failed
                || problem.map(PodProblem::hopeless).orElse(false);
        return hopeless ? new Readiness.Failed(reason) : new Readiness.Waiting(reason);
    }

    /** Quota, admission: a Deployment has a condition for pods that may not be created, the others only events. */
    private static Optional<String> refused(Cluster cluster, HasMetadata workload) {
        if (workload instanceof Deployment deployment) {
            return Optional.ofNullable(deployment.getStatus())
                    .flatMap(status -> condition(status, "ReplicaFailure"))
                    .filter(condition -> "True".equals(condition.getStatus()))
                    .map(condition -> "pods cannot be created: " + condition.getMessage());
        }
        return cluster.list(Event.class, Map.of()).stream()
                .filter(event -> "FailedCreate".equals(event.getReason()))
                .filter(event -> event.getInvolvedObject() != null
                        && workload.getMetadata()
                                .getName()
                                .equals(event.getInvolvedObject().getName())
                        && workload.getKind().equals(event.getInvolvedObject().getKind()))
                .reduce((first, last) -> last)
                .filter(event -> pods(cluster, workload).size() < wanted(workload))
                .map(event -> "pods cannot be created: " + event.getMessage());
    }

    private static Optional<PodProblem> worst(Cluster cluster, HasMetadata workload) {
        List<PodProblem> problems = pods(cluster, workload).stream()
                .flatMap(pod -> PodProblem.of(cluster, pod).stream())
                .toList();
        return problems.stream().filter(PodProblem::hopeless).findFirst().or(() -> problems.stream()
                .findFirst());
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}
