package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * IngressRoute: {@code spec.routes[].services[]}. Traefik tries the longest rule first, unless a priority says otherwise, so
 * that a rule for chosen users, which is longer, wins; one with a priority gets the next higher.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/">IngressRoute</a>
 */
final class TraefikRouteFormat implements RuleFormat {
    private final String namespace;

    TraefikRouteFormat(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public Optional<ArrayNode> rules(ObjectNode object) {
        return RuleFormat.list(object.path("spec").path("routes"));
    }

    @Override
    public Optional<ArrayNode> backends(ObjectNode rule) {
        return RuleFormat.list(rule.path("services"));
    }

    @Override
    public String service(ObjectNode backend) {
        return TraefikServiceFormat.service(backend, namespace);
    }

    @Override
    public List<ObjectNode> forUsers(ObjectNode rule, Match match) {
        List<ObjectNode> chosen = new ArrayList<>();
        for (Condition condition : match.conditions()) {
            ObjectNode one = rule.deepCopy();
            one.put("match", "(" + rule.path("match").asText() + ")" + ending(condition));
            if (rule.path("priority").asInt() > 0) {
                one.put("priority", rule.path("priority").asInt() + 1);
            }
            chosen.add(one);
        }
        return chosen;
    }

    @Override
    public boolean isForUsers(ObjectNode rule, Match match) {
        String rules = rule.path("match").asText();
        return match.conditions().stream().anyMatch(condition -> rules.endsWith(ending(condition)));
    }

    /** In the syntax of Traefik 3. Backticks quote, so nothing in between is escaped. */
    private static String ending(Condition condition) {
        return condition.kind() == Condition.Kind.COOKIE
                ? " && HeaderRegexp(`Cookie`, `" + condition.cookiePattern() + "`)"
                : " && Header(`" + condition.name() + "`, `" + condition.value() + "`)";
    }
}
