package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * TraefikService: {@code spec.weighted.services[]}, which is one rule and looks at no request.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/traefikservice/">TraefikService</a>
 */
final class TraefikServiceFormat implements RuleFormat {
    private final String namespace;

    TraefikServiceFormat(String namespace) {
        this.namespace = namespace;
    }

    /** A list of its own, which the only rule is in. */
    @Override
    public Optional<ArrayNode> rules(ObjectNode object) {
        return object.path("spec").path("weighted") instanceof ObjectNode weighted
                ? Optional.of(JsonNodeFactory.instance.arrayNode().add(weighted))
                : Optional.empty();
    }

    @Override
    public Optional<ArrayNode> backends(ObjectNode rule) {
        return RuleFormat.list(rule.path("services"));
    }

    @Override
    public String service(ObjectNode backend) {
        return service(backend, namespace);
    }

    static String service(ObjectNode backend, String namespace) {
        boolean service = backend.path("kind").asText("Service").equals("Service")
                && backend.path("namespace").asText(namespace).equals(namespace);
        return service ? backend.path("name").asText() : "";
    }

    @Override
    public Optional<String> unfitForUsers(ObjectNode rule, Match match) {
        return Optional.of("looks at no request, so it cannot tell " + match.words()
                + "; split at an IngressRoute that leads to the Service itself, or leave out match:");
    }
}
