package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.EmbeddedCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Waits, in virtual time, until the Deployments of an earlier release serve: they have done so for long when a pipeline runs. */
final class Serving {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A release that never becomes ready must not hold the pipeline for good: it is then rehearsed beside a broken one. */
    private static final int LOOKS = 120;

    private final EmbeddedCluster cluster;
    private final VirtualClock clock;
    private final List<Deployment> deployments;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    Serving(EmbeddedCluster cluster, VirtualClock clock, List<HasMetadata> objects) {
        this.cluster = cluster;
        this.clock = clock;
        this.deployments = objects.stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .toList();
    }

    /** Complete as soon as every pod is available. */
    CompletionStage<Void> soon() {
        look(LOOKS);
        return ready;
    }

    private void look(int left) {
        if (left == 0 || deployments.stream().allMatch(this::isAvailable)) {
            ready.complete(null);
        } else {
            clock.schedule(LOOK, () -> look(left - 1));
        }
    }

    private boolean isAvailable(Deployment wanted) {
        return cluster.deployment(
                        wanted.getMetadata().getNamespace(),
                        wanted.getMetadata().getName())
                .filter(live -> live.getStatus() != null && live.getStatus().getAvailableReplicas() != null)
                .filter(live -> live.getStatus().getAvailableReplicas()
                        >= live.getSpec().getReplicas())
                .isPresent();
    }
}
