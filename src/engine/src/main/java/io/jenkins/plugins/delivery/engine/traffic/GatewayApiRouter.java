package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Splits at an HTTPRoute of the Gateway API, v1, whatever gateway implements it.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/guides/traffic-splitting/">HTTP traffic splitting</a>
 */
class GatewayApiRouter extends RuleRouter {
    static final ApiKind ROUTE =
            new ApiKind("gateway.networking.k8s.io/v1", "HTTPRoute", "httproutes.gateway.networking.k8s.io");

    /** Of the API: more is refused when it is written. */
    private static final int RULES = 16;

    @Override
    public String name() {
        return "gateway-api";
    }

    @Override
    List<ApiKind> kinds() {
        return List.of(ROUTE);
    }

    @Override
    String field() {
        return "/spec/rules";
    }

    @Override
    RuleFormat format(ObjectNode object) {
        return new GatewayFormat(namespace(object));
    }

    @Override
    Optional<String> unfit(RoutedObject object, Route route) {
        JsonNode spec = object.tree().path("spec");
        if (spec.path("parentRefs").isEmpty()) {
            return Optional.of(object.words() + " has no parentRefs, so nothing serves it");
        }
        return super.unfit(object, route).or(() -> full(object, route));
    }

    /** Chosen users need one more rule for each that leads to the application, unless they have it already. */
    private Optional<String> full(RoutedObject object, Route route) {
        ObjectNode tree = object.tree();
        if (route.match().none() || Memory.on(tree, route.app()).isPresent()) {
            return Optional.empty();
        }
        int rules = routed(tree, route, remember(tree, route))
                .path("spec")
                .path("rules")
                .size();
        return rules <= RULES
                ? Optional.empty()
                : Optional.of(object.words() + " would need " + rules + " rules for "
                        + route.match().words() + ", and may have " + RULES);
    }

    @Override
    Optional<String> pending(RoutedObject object) {
        return RouteStatus.pending(object);
    }
}
