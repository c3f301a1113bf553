package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The canary's DestinationRule: the traffic policy of the application's, for the canary's host. */
final class CanaryDestination {
    private static final List<ApiKind> KINDS = List.of(
            new ApiKind("networking.istio.io/v1", "DestinationRule", "destinationrules.networking.istio.io"),
            new ApiKind("networking.istio.io/v1beta1", "DestinationRule", "destinationrules.networking.istio.io"));

    private final Cluster cluster;
    private final Route route;

    CanaryDestination(Cluster cluster, Route route) {
        this.cluster = cluster;
        this.route = route;
    }

    Optional<String> refusal() {
        return wanted().flatMap(any -> there()).map(RoutedObject::object).flatMap(Ownership::taken);
    }

    /** Makes it as it should be; nothing to do for an application without a policy. */
    boolean write() {
        Optional<GenericKubernetesResource> wanted = wanted();
        Optional<RoutedObject> there = there();
        boolean same = wanted.isEmpty()
                || there.isPresent() && spec(there.get()).equals(wanted.get().get("spec"));
        if (!same) {
            cluster.apply(wanted.get(), there.map(RoutedObject::object), true);
        }
        return !same;
    }

    void remove() {
        there().map(RoutedObject::object).filter(Ownership::isOurs).ifPresent(cluster::delete);
    }

    private Optional<RoutedObject> there() {
        return RoutedObject.find(cluster, KINDS, route.canary());
    }

    private Optional<GenericKubernetesResource> wanted() {
        return RoutedObject.find(cluster, KINDS, route.app())
                .filter(rule -> rule.tree().path("spec").has("trafficPolicy"))
                .map(this::like);
    }

    private GenericKubernetesResource like(RoutedObject rule) {
        GenericKubernetesResource canary = rule.kind().named(route.canary());
        HasMetadata original = rule.object();
        canary.getMetadata().setNamespace(original.getMetadata().getNamespace());
        canary.getMetadata()
                .setLabels(Labels.with(Labels.with(null, Labels.NAME, route.app()), Labels.MANAGED_BY, Labels.US));
        JsonNode spec = rule.tree().path("spec");
        String host = spec.path("host").asText();
        int dot = host.indexOf('.');
        canary.setAdditionalProperty(
                "spec",
                RoutedObject.map(((ObjectNode) spec.deepCopy())
                        .retain("trafficPolicy", "exportTo")
                        .put("host", route.canary() + (dot < 0 ? "" : host.substring(dot)))));
        return canary;
    }

    private static Map<String, Object> spec(RoutedObject rule) {
        return RoutedObject.map(rule.tree().path("spec"));
    }
}
