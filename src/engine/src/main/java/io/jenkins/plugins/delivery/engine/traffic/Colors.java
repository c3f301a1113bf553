package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which colour a Service selects, and which its endpoints really are. */
final class Colors {
    private Colors() {}

    /** The colour that a Service selects; empty text when it is not there or selects none. */
    static String of(Cluster cluster, String service) {
        return cluster.find(Service.class, service).map(Swap::colorOf).orElse("");
    }

    /** Makes a Service select a colour, if it does not. */
    static void select(Cluster cluster, String service, String color) {
        Optional<Service> there = cluster.find(Service.class, service);
        there.filter(found -> !Swap.colorOf(found).equals(color))
                .ifPresent(
                        found -> cluster.patch(found, Map.of("spec", Map.of("selector", Map.of(Labels.COLOR, color)))));
    }

    /** Whether every ready endpoint of a Service is a pod of a colour, and there is one. */
    static Routing endpoints(Cluster cluster, String service, String color) {
        ServiceEndpoints.Share share = ServiceEndpoints.share(cluster, service, Map.of(Labels.COLOR, color));
        String words = "Service '" + service + "' selects " + color + ": " + share.matching() + " of its endpoints are "
                + color + ", " + share.others() + " are not";
        return new Routing(share.exclusive(), share.exclusive() ? 100 : 0, words);
    }

    static List<String> recovery(String namespace, String service, String color) {
        return List.of("kubectl -n " + namespace + " patch service/" + service
                + " --type=merge -p '{\"spec\":{\"selector\":{\"" + Labels.COLOR + "\":\"" + color + "\"}}}'");
    }
}
