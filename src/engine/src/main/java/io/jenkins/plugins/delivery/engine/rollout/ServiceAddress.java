package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.Optional;

/** Where checks reach a Service. */
public final class ServiceAddress {
    private ServiceAddress() {}

    /** The URL of a Service's first port; empty while a cluster that announces addresses has not done so. */
    public static Optional<String> of(Cluster cluster, Target target, String name) {
        Optional<Service> service = cluster.find(Service.class, name);
        return target.reachableAt() == Target.ReachableAt.ANNOTATION
                ? service.map(there -> Objects.annotation(there, Labels.REACHABLE_AT))
                        .filter(address -> !address.isEmpty())
                : service.map(there -> url(there, target));
    }

    private static String url(Service service, Target target) {
        int port = service.getSpec().getPorts().isEmpty()
                ? 80
                : service.getSpec().getPorts().get(0).getPort();
        String host = service.getMetadata().getName() + "." + target.namespace() + ".svc";
        return "http://" + host + (port == 80 ? "" : ":" + port);
    }
}
