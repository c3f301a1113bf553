package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Splits at a weighted TraefikService, or at an IngressRoute that leads to the application's Service itself; Traefik 3. */
final class TraefikRouter extends RuleRouter {
    private static final String API = "traefik.io/v1alpha1";
    private static final ApiKind SERVICE = new ApiKind(API, "TraefikService", "traefikservices.traefik.io");
    private static final ApiKind ROUTE = new ApiKind(API, "IngressRoute", "ingressroutes.traefik.io");

    @Override
    public String name() {
        return "traefik";
    }

    @Override
    List<ApiKind> kinds() {
        return List.of(SERVICE, ROUTE);
    }

    @Override
    String field() {
        return "/spec";
    }

    @Override
    RuleFormat format(ObjectNode object) {
        return object.path("kind").asText().equals(SERVICE.kind())
                ? new TraefikServiceFormat(namespace(object))
                : new TraefikRouteFormat(namespace(object));
    }
}
