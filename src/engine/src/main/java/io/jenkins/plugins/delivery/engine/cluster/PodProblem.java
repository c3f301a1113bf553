package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a pod does not serve.
 *
 * @param text for people, with the last log lines of a container that crashes
 * @param hopeless waiting will not help: the image name is no name, or the container crashes again and again
 */
record PodProblem(String text, boolean hopeless) {
    private static final int CRASHES_ENOUGH = 5;
    private static final int LOG_LINES = 5;
    private static final Set<String> PULL = Set.of("ImagePullBackOff", "ErrImagePull", "ImageInspectError");
    private static final Set<String> NEVER = Set.of("InvalidImageName", "ErrImageNeverPull");

    static Optional<PodProblem> of(Cluster cluster, Pod pod) {
        PodStatus status = pod.getStatus();
        if (status == null || Pods.isReady(pod) || pod.getMetadata().getDeletionTimestamp() != null) {
            return Optional.empty();
        }
        for (ContainerStatus container : containers(status)) {
            Optional<PodProblem> problem = of(cluster, pod, container);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Pods.condition(pod, "PodScheduled")
                .filter(condition -> "False".equals(condition.getStatus()))
                .map(condition -> new PodProblem(
                        name(pod) + " cannot be scheduled: " + condition.getMessage() + volumes(cluster, pod), false))
                .or(() -> probe(cluster, pod));
    }

    /** What the cluster says of volume claims that the pod waits for. */
    private static String volumes(Cluster cluster, Pod pod) {
        if (pod.getSpec() == null) {
            return "";
        }
        Set<String> claims = pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .collect(Collectors.toSet());
        return claims.isEmpty()
                ? ""
                : cluster.list(Event.class, Map.of()).stream()
                        .filter(event -> event.getInvolvedObject() != null
                                && "PersistentVolumeClaim"
                                        .equals(event.getInvolvedObject().getKind())
                                && claims.contains(event.getInvolvedObject().getName()))
                        .reduce((first, last) -> last)
                        .map(event -> "; volume claim "
                                + event.getInvolvedObject().getName() + " is pending: " + event.getMessage())
                        .orElse("");
    }

    private static Optional<PodProblem> of(Cluster cluster, Pod pod, ContainerStatus container) {
        ContainerStateWaiting waiting =
                container.getState() == null ? null : container.getState().getWaiting();
        if (waiting == null || waiting.getReason() == null) {
            return Optional.empty();
        }
        String reason = waiting.getReason();
        String said = waiting.getMessage() == null ? "" : " (" + waiting.getMessage() + ")";
        if (PULL.contains(reason) || NEVER.contains(reason)) {
            String text = name(pod) + " cannot get its image " + container.getImage() + ": " + reason + said;
            return Optional.of(new PodProblem(text, NEVER.contains(reason)));
        }
        if ("CrashLoopBackOff".equals(reason)) {
            return Optional.of(crash(cluster, pod, container));
        }
        boolean starting = "ContainerCreating".equals(reason) || "PodInitializing".equals(reason);
        return starting
                ? Optional.empty()
                : Optional.of(new PodProblem(name(pod) + " does not start: " + reason + said, false));
    }

    private static PodProblem crash(Cluster cluster, Pod pod, ContainerStatus container) {
        ContainerStateTerminated last = container.getLastState() == null
                ? null
                : container.getLastState().getTerminated();
        int restarts = container.getRestartCount() == null ? 0 : container.getRestartCount();
        String exit = last == null ? "" : ", exit code " + last.getExitCode();
        String text = name(pod) + " crashes again and again (" + restarts + " restarts" + exit + ")"
                + lastLines(cluster, pod, container);
        return new PodProblem(text, restarts >= CRASHES_ENOUGH);
    }

    private static String lastLines(Cluster cluster, Pod pod, ContainerStatus container) {
        try {
            String log = cluster.log(pod.getMetadata().getName(), container.getName(), LOG_LINES, true);
            return log == null || log.isBlank() ? "" : "; its last lines: " + log.strip();
        } catch (ClusterException e) {
            return "; its log could not be read";
        }
    }

    private static Optional<PodProblem> probe(Cluster cluster, Pod pod) {
        if (!"Running".equals(pod.getStatus().getPhase())) {
            return Optional.empty();
        }
        String detail = cluster.list(Event.class, Map.of()).stream()
                .filter(event -> "Unhealthy".equals(event.getReason()))
                .filter(event -> event.getInvolvedObject() != null
                        && pod.getMetadata()
                                .getName()
                                .equals(event.getInvolvedObject().getName()))
                .map(Event::getMessage)
                .reduce((first, last) -> last)
                .map(message -> ": " + message)
                .orElse("");
        return Optional.of(new PodProblem("the readiness probe fails on " + name(pod) + detail, false));
    }

    private static List<ContainerStatus> containers(PodStatus status) {
        List<ContainerStatus> all = new ArrayList<>();
        all.addAll(status.getInitContainerStatuses());
        all.addAll(status.getContainerStatuses());
        return all;
    }

    private static String name(Pod pod) {
        return "pod " + pod.getMetadata().getName();
    }
}
