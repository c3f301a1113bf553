package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads how a Deployment is doing: the rules of {@code kubectl rollout status}, and the reasons behind them. */
public final class Workloads {
    private Workloads() {}

    /**
     * Whether the latest rollout of a Deployment is complete.
     *
     * @param deployment as it was read last, or empty when it is not there
     */
    public static Readiness readiness(Cluster cluster, Optional<Deployment> deployment) {
        if (deployment.isEmpty()) {
            return new Readiness.Waiting("the Deployment is not there yet");
        }
        Deployment observed = deployment.get();
        Readiness progress = progress(observed);
        return progress instanceof Readiness.Ready ? progress : explained(cluster, observed, progress);
    }

    /** How many pods a Deployment should have; one unless it says so. */
    public static int wanted(Deployment deployment) {
        Integer replicas = deployment.getSpec().getReplicas();
        return replicas == null ? 1 : replicas;
    }

    /** How many pods of a Deployment pass their readiness probe. */
    public static int ready(Deployment deployment) {
        return Optional.ofNullable(deployment.getStatus())
                .map(DeploymentStatus::getReadyReplicas)
                .orElse(0);
    }

    /** The pods of a Deployment, by the labels of its pod template. */
    public static List<Pod> pods(Cluster cluster, Deployment deployment) {
        return cluster.list(
                Pod.class, deployment.getSpec().getTemplate().getMetadata().getLabels());
    }

    /** The rules of kubectl's DeploymentStatusViewer, in its order. */
    private static Readiness progress(Deployment deployment) {
        DeploymentStatus status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        long generation = Objects.requireNonNullElse(deployment.getMetadata().getGeneration(), 0L);
        if (Objects.requireNonNullElse(status.getObservedGeneration(), 0L) < generation) {
            return new Readiness.Waiting("the cluster has not seen the new specification yet");
        }
        Optional<DeploymentCondition> late = condition(status, "Progressing")
                .filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()));
        if (late.isPresent()) {
            return new Readiness.Failed("the cluster gave up: " + late.get().getMessage());
        }
        int wanted = wanted(deployment);
        int updated = number(status.getUpdatedReplicas());
        int available = number(status.getAvailableReplicas());
        if (updated < wanted) {
            return new Readiness.Waiting(updated + " of " + wanted + " pods have the new version");
        }
        if (number(status.getReplicas()) > updated) {
            return new Readiness.Waiting((number(status.getReplicas()) - updated) + " pods of before have to end");
        }
        if (available < updated || available < wanted) {
            return new Readiness.Waiting(available + " of " + wanted + " pods are available");
        }
        return new Readiness.Ready(available + " of " + wanted + " pods are available");
    }

    private static Readiness explained(Cluster cluster, Deployment deployment, Readiness progress) {
        DeploymentStatus status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        Optional<String> quota = condition(status, "ReplicaFailure")
                .filter(condition -> "True".equals(condition.getStatus()))
                .map(condition -> "pods cannot be created: " + condition.getMessage());
        Optional<PodProblem> problem = quota.isPresent() ? Optional.empty() : worst(cluster, deployment);
        String reason = progress.reason()
                + quota.or(() -> problem.map(PodProblem::text))
                        .map(text -> ": " + text)
                        .orElse("");
        boolean hopeless = progress instanceof Readiness.Failed
                || problem.map(PodProblem::hopeless).orElse(false);
        return hopeless ? new Readiness.Failed(reason) : new Readiness.Waiting(reason);
    }

    private static Optional<PodProblem> worst(Cluster cluster, Deployment deployment) {
        List<PodProblem> problems = pods(cluster, deployment).stream()
                .flatMap(pod -> PodProblem.of(cluster, pod).stream())
                .toList();
        return problems.stream().filter(PodProblem::hopeless).findFirst().or(() -> problems.stream()
                .findFirst());
    }

    private static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
        return Optional.ofNullable(status.getConditions()).orElse(List.of()).stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}
