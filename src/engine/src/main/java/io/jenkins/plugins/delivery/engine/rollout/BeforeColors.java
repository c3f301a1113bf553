package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an application was before its first blue-green deployment: the Deployment with its own name, which no colour has taken over. It comes
 * back as a colour, since its Service selects one by now.
 */
final class BeforeColors {
    private BeforeColors() {}

    /** Its number is 0, because nobody recorded it; none where that Deployment or the Service is gone. */
    static Optional<Release> release(Cluster cluster, String app) {
        Optional<Service> service = cluster.find(Service.class, app);
        return cluster.find(Deployment.class, app).flatMap(deployment -> service.map(there -> of(deployment, there)));
    }

    private static Release of(Deployment deployment, Service service) {
        String workload = Objects.bare(deployment);
        Service uncolored = Serialization.unmarshal(Objects.bare(service), Service.class);
        uncolored.getSpec().getSelector().remove(Labels.COLOR);
        HasMetadata then = Serialization.unmarshal(workload);
        return new Release(
                0,
                Images.version(Images.of(then)),
                StrategyKind.BLUE_GREEN,
                "",
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(workload, Serialization.asJson(uncolored)),
                true,
                null,
                Map.of());
    }
}
