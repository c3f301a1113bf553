package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Switches by the backends of an Ingress, whatever controller serves it. */
final class IngressSwitch extends ObjectSwitch {
    @Override
    public String name() {
        return "ingress";
    }

    @Override
    ApiKind kind() {
        return new ApiKind("networking.k8s.io/v1", "Ingress", "ingresses.networking.k8s.io");
    }

    @Override
    String field() {
        return "/spec/rules";
    }

    @Override
    List<ObjectNode> backends(ObjectNode ingress) {
        Stream<ObjectNode> paths = each(ingress.path("spec").path("rules")).stream()
                .flatMap(rule -> each(rule.path("http").path("paths")).stream());
        return Stream.concat(
                        paths.map(path -> path.path("backend").path("service")),
                        Stream.of(ingress.path("spec").path("defaultBackend").path("service")))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
