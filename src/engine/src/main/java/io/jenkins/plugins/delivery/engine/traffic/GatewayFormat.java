package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HTTPRoute: {@code spec.rules[].backendRefs[]}. Of two rules for the same path, the one with more headers goes first, so
 * that a rule for chosen users wins wherever it stands; it stands before the other all the same, for readers.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule">HTTPRouteRule</a>
 */
final class GatewayFormat implements RuleFormat {
    /** Of the API: more is refused when it is written, which would be in the middle of a rollout. */
    private static final int MATCHES = 64;

    private final String namespace;

    /** @param namespace of the route: a backend of another is not the application's */
    GatewayFormat(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public Optional<ArrayNode> rules(ObjectNode object) {
        return RuleFormat.list(object.path("spec").path("rules"));
    }

    @Override
    public Optional<ArrayNode> backends(ObjectNode rule) {
        return RuleFormat.list(rule.path("backendRefs"));
    }

    @Override
    public String service(ObjectNode backend) {
        boolean service = backend.path("kind").asText("Service").equals("Service")
                && backend.path("group").asText("").matches("|core")
                && backend.path("namespace").asText(namespace).equals(namespace);
        return service ? backend.path("name").asText() : "";
    }

    @Override
    public Optional<String> unfitForUsers(ObjectNode rule, Match match) {
        int more = match.conditions().size() * Math.max(1, rule.path("matches").size());
        if (more > MATCHES) {
            return Optional.of(
                    "would need " + more + " matches in one rule for " + match.words() + ", and may have " + MATCHES);
        }
        for (JsonNode one : rule.path("matches")) {
            for (Condition condition : match.conditions()) {
                for (JsonNode header : one.path("headers")) {
                    if (header.path("name").asText().equalsIgnoreCase(condition.headerName())) {
                        return Optional.of("has a rule that matches header '" + condition.headerName()
                                + "' already, so users cannot be chosen by it as well");
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<ObjectNode> forUsers(ObjectNode rule, Match match) {
        ObjectNode chosen = rule.deepCopy();
        chosen.remove("name");
        List<ObjectNode> before = new ArrayList<>();
        rule.path("matches").forEach(one -> before.add((ObjectNode) one));
        if (before.isEmpty()) {
            before.add(everything());
        }
        ArrayNode matches = chosen.putArray("matches");
        for (ObjectNode one : before) {
            for (Condition condition : match.conditions()) {
                ObjectNode narrower = one.deepCopy();
                narrower.withArrayProperty("headers").add(header(condition));
                matches.add(narrower);
            }
        }
        return List.of(chosen);
    }

    @Override
    public boolean isForUsers(ObjectNode rule, Match match) {
        List<ObjectNode> headers =
                match.conditions().stream().map(GatewayFormat::header).toList();
        boolean all = !rule.path("matches").isEmpty();
        for (JsonNode one : rule.path("matches")) {
            boolean narrowed = false;
            for (JsonNode header : one.path("headers")) {
                narrowed |= headers.contains(header);
            }
            all &= narrowed;
        }
        return all;
    }

    /** As the API server would write it, which fills in what is left out. */
    private static ObjectNode everything() {
        ObjectNode match = JsonNodeFactory.instance.objectNode();
        match.putObject("path").put("type", "PathPrefix").put("value", "/");
        return match;
    }

    private static ObjectNode header(Condition condition) {
        boolean cookie = condition.kind() == Condition.Kind.COOKIE;
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", condition.headerName())
                .put("type", cookie ? "RegularExpression" : "Exact")
                .put("value", cookie ? condition.cookiePattern() : condition.value());
    }
}
