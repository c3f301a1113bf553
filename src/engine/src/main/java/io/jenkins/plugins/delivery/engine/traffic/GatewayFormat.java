package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * HTTPRoute: {@code spec.rules[].backendRefs[]}. Of two rules for the same path, the one with more headers goes first, so
 * that a rule for chosen users wins wherever it stands; it stands before the other all the same, for readers.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule">HTTPRouteRule</a>
 */
final class GatewayFormat extends HeaderRules {
    private static final String MATCHES = "matches";
    /** Of the API: more is refused when it is written, which would be in the middle of a rollout. */
    private static final int MOST_MATCHES = 64;

    private final String namespace;

    /** @param namespace of the route: a backend of another is not the application's */
    GatewayFormat(String namespace) {
        super("rules", MATCHES, "backendRefs");
        this.namespace = namespace;
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
        int more = match.conditions().size() * Math.max(1, rule.path(MATCHES).size());
        return more > MOST_MATCHES
                ? Optional.of("would need " + more + " matches in one rule for " + match.words() + ", and may have "
                        + MOST_MATCHES)
                : super.unfitForUsers(rule, match);
    }

    /** As the API server would write it, which fills in what is left out. */
    @Override
    ObjectNode everything() {
        ObjectNode match = JsonNodeFactory.instance.objectNode();
        match.putObject("path").put("type", "PathPrefix").put("value", "/");
        return match;
    }

    @Override
    String header(Condition condition) {
        return condition.headerName();
    }

    @Override
    boolean names(JsonNode match, String header) {
        for (JsonNode one : match.path("headers")) {
            if (one.path("name").asText().equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean demands(JsonNode match, Condition condition) {
        for (JsonNode one : match.path("headers")) {
            if (one.equals(demanded(condition))) {
                return true;
            }
        }
        return false;
    }

    @Override
    void demand(ObjectNode match, Condition condition) {
        match.withArrayProperty("headers").add(demanded(condition));
    }

    private static ObjectNode demanded(Condition condition) {
        boolean cookie = condition.kind() == Condition.Kind.COOKIE;
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", condition.headerName())
                .put("type", cookie ? "RegularExpression" : "Exact")
                .put("value", cookie ? condition.cookiePattern() : condition.value());
    }
}
