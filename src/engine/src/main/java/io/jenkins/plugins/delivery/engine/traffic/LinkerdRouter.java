package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Splits what meshed clients send to the application's Service, by an HTTPRoute whose parent is that Service: of the
 * Gateway API, or of Linkerd's own older group.
 *
 * @see <a href="https://linkerd.io/2/features/httproute/">HTTPRoutes in Linkerd</a>
 */
final class LinkerdRouter extends GatewayApiRouter {
    private static final ApiKind OWN =
            new ApiKind("policy.linkerd.io/v1beta3", "HTTPRoute", "httproutes.policy.linkerd.io");

    @Override
    public String name() {
        return "linkerd";
    }

    @Override
    List<ApiKind> kinds() {
        return List.of(ROUTE, OWN);
    }

    @Override
    Optional<String> unfit(RoutedObject object, Route route) {
        for (JsonNode parent : object.tree().path("spec").path("parentRefs")) {
            boolean service = parent.path("kind").asText().equals("Service")
                    && parent.path("name").asText().equals(route.app());
            if (service) {
                return super.unfit(object, route);
            }
        }
        return Optional.of(object.words() + " does not have Service '" + route.app()
                + "' as its parent, so Linkerd does not split what clients send there; add a parentRef with group core,"
                + " kind Service and name " + route.app());
    }
}
