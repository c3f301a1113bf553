package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the status of a pod says to a controller. */
final class PodReadiness {
    private PodReadiness() {}

    static boolean isReady(Pod pod) {
        return readySince(pod).isPresent() && !Owners.isMarked(pod);
    }

    static Optional<Instant> readySince(Pod pod) {
        if (pod.getStatus() == null) {
            return Optional.empty();
        }
        return pod.getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"))
                .map(PodCondition::getLastTransitionTime)
                .map(Instant::parse)
                .findFirst();
    }

    /** Ready for at least {@code minReadySeconds}. */
    static boolean isAvailable(Pod pod, int minReadySeconds, Instant now) {
        return isReady(pod)
                && readySince(pod)
                        .filter(since ->
                                !since.plus(Duration.ofSeconds(minReadySeconds)).isAfter(now))
                        .isPresent();
    }

    static boolean isActive(Pod pod) {
        String phase =
                pod.getStatus() == null ? "" : String.valueOf(pod.getStatus().getPhase());
        return !Owners.isMarked(pod) && !phase.equals("Succeeded") && !phase.equals("Failed");
    }
}
