package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * VirtualService: {@code spec.http[].route[]}. The first rule that matches wins, so a rule for chosen users has to stand
 * before the one that it is made of.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute">HTTPRoute of Istio</a>
 */
final class IstioFormat implements RuleFormat {
    private final String namespace;

    IstioFormat(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public Optional<ArrayNode> rules(ObjectNode object) {
        return RuleFormat.list(object.path("spec").path("http"));
    }

    @Override
    public Optional<ArrayNode> backends(ObjectNode rule) {
        return RuleFormat.list(rule.path("route"));
    }

    /** Short names, and longer ones that end in our namespace: {@code shop}, {@code shop.prod.svc.cluster.local}. */
    @Override
    public String service(ObjectNode backend) {
        String host = backend.path("destination").path("host").asText();
        int dot = host.indexOf('.');
        if (dot < 0) {
            return host;
        }
        String rest = host.substring(dot + 1);
        boolean here = rest.equals(namespace) || rest.startsWith(namespace + ".svc");
        return here ? host.substring(0, dot) : "";
    }

    /** A subset is of the application's own host, whose Service selects stable pods only: the canary's has none. */
    @Override
    public void lead(ObjectNode backend, Route route) {
        ObjectNode destination = (ObjectNode) backend.get("destination");
        String host = destination.path("host").asText();
        int dot = host.indexOf('.');
        destination.put("host", route.canary() + (dot < 0 ? "" : host.substring(dot)));
        destination.remove("subset");
    }

    /** One destination without a weight has all; one of several has none. */
    @Override
    public int weightWhenSilent() {
        return 0;
    }

    @Override
    public Optional<String> unfitForUsers(ObjectNode rule, Match match) {
        for (JsonNode one : rule.path("match")) {
            for (Condition condition : match.conditions()) {
                if (one.path("headers").has(key(condition))) {
                    return Optional.of("has a rule that matches header '" + key(condition)
                            + "' already, so users cannot be chosen by it as well");
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
        rule.path("match").forEach(one -> before.add((ObjectNode) one));
        if (before.isEmpty()) {
            before.add(JsonNodeFactory.instance.objectNode());
        }
        ArrayNode matches = chosen.putArray("match");
        for (ObjectNode one : before) {
            for (Condition condition : match.conditions()) {
                ObjectNode narrower = one.deepCopy();
                narrower.remove("name");
                narrower.withObjectProperty("headers").set(key(condition), value(condition));
                matches.add(narrower);
            }
        }
        return List.of(chosen);
    }

    @Override
    public boolean isForUsers(ObjectNode rule, Match match) {
        boolean all = !rule.path("match").isEmpty();
        for (JsonNode one : rule.path("match")) {
            all &= match.conditions().stream().anyMatch(condition -> value(condition)
                    .equals(one.path("headers").get(key(condition))));
        }
        return all;
    }

    /** Istio wants names of headers in lower case. */
    private static String key(Condition condition) {
        return condition.headerName().toLowerCase(java.util.Locale.ROOT);
    }

    private static ObjectNode value(Condition condition) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        return condition.kind() == Condition.Kind.COOKIE
                ? value.put("regex", condition.cookiePattern())
                : value.put("exact", condition.value());
    }
}
