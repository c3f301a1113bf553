package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.Image;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.Kubelet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the proxies in step with the objects of the cluster. */
public final class TrafficRouting {
    /** Where what routes traffic can be reached from this machine. */
    public static final String REACHABLE_AT = "delivery.jenkins.io/reachable-at";

    private static final Set<String> REACHABLE =
            Set.of("Service", "Ingress", "HTTPRoute", "VirtualService", "IngressRoute", "TraefikService");
    private static final String VERSION_LABEL = "app.kubernetes.io/version";
    private static final String VERSION_VARIABLE = "APP_VERSION";

    private final Fronts fronts;
    private final ClusterObjects objects;
    private final Kubelet kubelet;
    private final ImageRegistry registry;
    private final GatewayController gateways;

    public TrafficRouting(Fronts fronts, ClusterObjects objects, Kubelet kubelet, ImageRegistry registry) {
        this.fronts = fronts;
        this.objects = objects;
        this.kubelet = kubelet;
        this.registry = registry;
        this.gateways = new GatewayController(objects);
    }

    /** Follows what changed. */
    public void update() {
        gateways.reconcile();
        fronts.route(RoutingTable.of(objects, kubelet::realPort, this::backend));
    }

    /** Gives what can be reached its address, when it is written. */
    public static void admit(Fronts fronts, ObjectNode object) {
        String kind = object.path("kind").asText();
        if (REACHABLE.contains(kind)) {
            ObjectNode metadata = object.withObjectProperty("metadata");
            FrontKey key = new FrontKey(
                    kind,
                    metadata.path("namespace").asText(),
                    metadata.path("name").asText());
            metadata.withObjectProperty("annotations").put(REACHABLE_AT, fronts.open(key));
        }
    }

    private Backend backend(Pod pod, int port) {
        String image = pod.getSpec().getContainers().get(0).getImage();
        Map<String, String> labels = pod.getMetadata().getLabels();
        return new Backend(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                image,
                Optional.ofNullable(labels.get(VERSION_LABEL)).orElseGet(() -> version(pod, image)),
                labels,
                port);
    }

    private String version(Pod pod, String image) {
        return pod.getSpec().getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().equals(VERSION_VARIABLE) && variable.getValue() != null)
                .map(variable -> variable.getValue())
                .findFirst()
                .or(() -> registry.find(ImageReference.parse(image))
                        .map(Image::environment)
                        .map(environment -> environment.get(VERSION_VARIABLE)))
                .orElseGet(() -> {
                    ImageReference reference = ImageReference.parse(image);
                    return reference.isDigest() ? reference.reference().substring(0, 19) : reference.reference();
                });
    }
}
