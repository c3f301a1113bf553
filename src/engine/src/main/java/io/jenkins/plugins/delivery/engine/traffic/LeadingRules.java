package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rules that lead to an application, and what is behind them. */
final class LeadingRules {
    static final String WEIGHT = "weight";

    private final RuleFormat format;

    LeadingRules(RuleFormat format) {
        this.format = format;
    }

    /** The backends of a rule: the application's and, where it is there, the canary's. */
    record Pair(ArrayNode all, ObjectNode stable, Optional<ObjectNode> canary) {}

    /** The rules that lead to the application. */
    List<ObjectNode> of(ObjectNode object, Route route) {
        List<ObjectNode> leading = new ArrayList<>();
        format.rules(object)
                .ifPresent(rules -> rules.forEach(rule -> {
                    if (rule instanceof ObjectNode one && find(one, route).isPresent()) {
                        leading.add(one);
                    }
                }));
        return leading;
    }

    /** The backends of a rule that leads to the application. */
    Pair pair(ObjectNode rule, Route route) {
        return find(rule, route).orElseThrow();
    }

    private Optional<Pair> find(ObjectNode rule, Route route) {
        List<ObjectNode> behind = behind(rule);
        return backend(behind, route.app())
                .map(stable -> new Pair(format.backends(rule).orElseThrow(), stable, backend(behind, route.canary())));
    }

    private Optional<ObjectNode> backend(List<ObjectNode> behind, String service) {
        return behind.stream()
                .filter(one -> format.service(one).equals(service))
                .findFirst();
    }

    /** All backends of a rule. */
    List<ObjectNode> behind(ObjectNode rule) {
        List<ObjectNode> behind = new ArrayList<>();
        format.backends(rule)
                .ifPresent(all -> all.forEach(one -> {
                    if (one instanceof ObjectNode backend) {
                        behind.add(backend);
                    }
                }));
        return behind;
    }

    /** The weights of other people's backends in the same rule, together. */
    int others(Pair pair, Route route) {
        int others = 0;
        for (JsonNode one : pair.all()) {
            String service = one instanceof ObjectNode backend ? format.service(backend) : "";
            others += service.equals(route.app()) || service.equals(route.canary()) ? 0 : weight(one);
        }
        return others;
    }

    int weight(JsonNode backend) {
        return backend.path(WEIGHT).asInt(format.weightWhenSilent());
    }

    /** By identity: equal ones may stand in the same list. */
    static int index(ArrayNode list, JsonNode one) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == one) {
                return i;
            }
        }
        throw new IllegalStateException("not in the list that it was taken from");
    }
}
