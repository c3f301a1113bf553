package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Switches by the backends of an HTTPRoute of the Gateway API. */
final class HttpRouteSwitch extends ObjectSwitch {
    @Override
    public String name() {
        return "http-route";
    }

    @Override
    ApiKind kind() {
        return GatewayApiRouter.ROUTE;
    }

    @Override
    String field() {
        return "/spec/rules";
    }

    @Override
    List<ObjectNode> backends(ObjectNode route) {
        GatewayFormat format = new GatewayFormat(RuleRouter.namespace(route));
        return each(route.path("spec").path("rules")).stream()
                .flatMap(rule -> each(rule.path("backendRefs")).stream())
                .filter(backend -> !format.service(backend).isEmpty())
                .toList();
    }

    @Override
    Optional<String> pending(RoutedObject object) {
        return RouteStatus.pending(object);
    }
}
