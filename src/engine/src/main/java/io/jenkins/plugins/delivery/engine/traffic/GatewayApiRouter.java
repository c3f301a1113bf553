package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Splits at an HTTPRoute of the Gateway API, v1, whatever gateway implements it.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/guides/traffic-splitting/">HTTP traffic splitting</a>
 */
final class GatewayApiRouter extends RuleRouter {
    static final ApiKind ROUTE =
            new ApiKind("gateway.networking.k8s.io/v1", "HTTPRoute", "httproutes.gateway.networking.k8s.io");

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
    Optional<String> pending(RoutedObject object) {
        return RouteStatus.pending(object);
    }
}
