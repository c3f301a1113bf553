package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Swap;
import java.util.Objects;
import java.util.Optional;

/** The colour that does not serve, when a release is to be brought back to it. */
final class KeptColor {
    private KeptColor() {}

    /**
     * Whether its pods are up, as many as serve now, and run exactly what the release ran: then it is switched to as it is,
     * at once. Otherwise pods have to be started, and a tag may mean another image by now.
     */
    static boolean runs(Scene scene, Release release) {
        Cluster cluster = scene.cluster();
        String app = scene.plan().app();
        String serving = new Colors(scene).service().map(Swap::colorOf).orElse("");
        Optional<Deployment> kept = cluster.find(Deployment.class, Colors.deployment(app, Colors.otherThan(serving)));
        int needed = cluster.find(Deployment.class, Colors.deployment(app, serving))
                .map(Workloads::wanted)
                .orElse(1);
        return kept.filter(there -> Workloads.ready(there) >= needed)
                .flatMap(Workload::of)
                .filter(there -> isSame(RanImages.of(cluster, there), release))
                .isPresent();
    }

    /** What its pods do not agree about is nothing that can be relied on. */
    private static boolean isSame(RanImages now, Release release) {
        return now.images().keySet().stream()
                .allMatch(container ->
                        now.images().get(container).equals(release.images().get(container))
                                && Objects.equals(
                                        now.digests().get(container),
                                        release.digests().get(container)));
    }
}
