package io.jenkins.plugins.delivery.engine.cluster;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A pod as people see it.
 *
 * @param name of the pod
 * @param workload name of what it belongs to
 * @param version tag of the image of its first container; empty where the image has none
 * @param revision the hash by which its controller tells pod templates apart; empty where it has none
 * @param state its phase, such as {@code Running}, or {@code Terminating}
 * @param ready whether it passes its readiness probe
 * @param restarts of all its containers
 * @param startedAt when its node took it; null before
 * @param reason why it does not serve; empty while it serves, ends, or nothing is known to be wrong
 */
public record PodLook(
        String name,
        String workload,
        String version,
        String revision,
        String state,
        boolean ready,
        int restarts,
        @CheckForNull Instant startedAt,
        String reason) {
    /** @param explain whether to ask the cluster for its reason, which may take a call or two */
    public static PodLook of(Cluster cluster, Pod pod, String workload, boolean explain) {
        PodStatus status = pod.getStatus();
        boolean ending = pod.getMetadata().getDeletionTimestamp() != null;
        return new PodLook(
                pod.getMetadata().getName(),
                workload,
                version(pod),
                revision(pod),
                ending ? "Terminating" : status == null || status.getPhase() == null ? "Pending" : status.getPhase(),
                Pods.isReady(pod),
                restarts(status),
                startedAt(status),
                explain ? PodProblem.of(cluster, pod).map(PodProblem::text).orElse("") : "");
    }

    private static String version(Pod pod) {
        return pod.getSpec() == null || pod.getSpec().getContainers().isEmpty()
                ? ""
                : Images.version(pod.getSpec().getContainers().get(0).getImage());
    }

    private static String revision(Pod pod) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        if (labels == null) {
            return "";
        }
        return labels.getOrDefault("pod-template-hash", labels.getOrDefault("controller-revision-hash", ""));
    }

    private static int restarts(@CheckForNull PodStatus status) {
        return status == null
                ? 0
                : status.getContainerStatuses().stream()
                        .map(ContainerStatus::getRestartCount)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    @CheckForNull
    private static Instant startedAt(@CheckForNull PodStatus status) {
        if (status == null || status.getStartTime() == null) {
            return null;
        }
        try {
            return Instant.parse(status.getStartTime());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
