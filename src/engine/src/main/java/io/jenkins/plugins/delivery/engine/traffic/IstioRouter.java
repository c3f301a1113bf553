package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.List;
import java.util.Optional;

/**
 * Splits at a VirtualService of Istio. Where a DestinationRule carries the application's name, the canary gets one with the
 * same traffic policy for its own host, so that mutual TLS, outlier detection and the like hold for it too.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/traffic-shifting/">traffic shifting</a>
 */
final class IstioRouter extends RuleRouter {
    private static final String GROUP = "networking.istio.io";

    @Override
    public String name() {
        return "istio";
    }

    @Override
    List<ApiKind> kinds() {
        String resource = "virtualservices." + GROUP;
        return List.of(
                new ApiKind(GROUP + "/v1", "VirtualService", resource),
                new ApiKind(GROUP + "/v1beta1", "VirtualService", resource));
    }

    @Override
    String field() {
        return "/spec/http";
    }

    @Override
    RuleFormat format(ObjectNode object) {
        return new IstioFormat(namespace(object));
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests) {
        return super.refusal(cluster, route, manifests).or(() -> new CanaryDestination(cluster, route).refusal());
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        if (!route.isBack()) {
            retried(() -> new CanaryDestination(cluster, route).write());
        }
        return super.route(cluster, route);
    }

    @Override
    public void remove(Cluster cluster, Route route) {
        super.remove(cluster, route);
        new CanaryDestination(cluster, route).remove();
    }

    /** Istio writes a status only where it is told to; where it does, it is believed. */
    @Override
    Optional<String> pending(RoutedObject object) {
        JsonNode status = object.tree().path("status");
        for (JsonNode message : status.path("validationMessages")) {
            if (message.path("level").asText().equals("ERROR")) {
                return Optional.of(
                        "Istio says " + message.path("type").path("code").asText() + ": "
                                + message.path("documentationUrl").asText());
            }
        }
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("Reconciled")
                    && !condition.path("status").asText().equals("True")) {
                return Optional.of("not every proxy has it yet: "
                        + condition.path("message").asText());
            }
        }
        return status.path("observedGeneration").asLong(Long.MAX_VALUE) < object.generation()
                ? Optional.of("Istio has not seen generation " + object.generation() + " yet")
                : Optional.empty();
    }
}
