package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * VirtualService: {@code spec.http[].route[]}. The first rule that matches wins, so a rule for chosen users has to stand
 * before the one that it is made of.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute">HTTPRoute of Istio</a>
 */
final class IstioFormat extends HeaderRules {
    private final String namespace;

    IstioFormat(String namespace) {
        super("http", "match", "route");
        this.namespace = namespace;
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
    ObjectNode everything() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Istio wants names of headers in lower case. */
    @Override
    String header(Condition condition) {
        return condition.headerName().toLowerCase(Locale.ROOT);
    }

    @Override
    boolean names(JsonNode match, String header) {
        return match.path("headers").has(header);
    }

    @Override
    boolean demands(JsonNode match, Condition condition) {
        return demanded(condition).equals(match.path("headers").get(header(condition)));
    }

    /** Two matches of one rule may not have the same name. */
    @Override
    void demand(ObjectNode match, Condition condition) {
        match.remove("name");
        match.withObjectProperty("headers").set(header(condition), demanded(condition));
    }

    private static ObjectNode demanded(Condition condition) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        return condition.kind() == Condition.Kind.COOKIE
                ? value.put("regex", condition.cookiePattern())
                : value.put("exact", condition.value());
    }
}
