package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rules that only chosen users meet: each stands before the rule that it is made of, and leads to the canary alone. */
final class ChosenUsers {
    private final RuleFormat format;
    private final LeadingRules leading;

    ChosenUsers(RuleFormat format, LeadingRules leading) {
        this.format = format;
        this.leading = leading;
    }

    void add(ObjectNode object, Route route) {
        if (route.match().none()) {
            return;
        }
        ArrayNode rules = format.rules(object).orElseThrow();
        for (ObjectNode rule : leading.of(object, route)) {
            ObjectNode canary = leading.pair(rule, route).canary().orElseThrow().deepCopy();
            canary.put(LeadingRules.WEIGHT, 100);
            for (ObjectNode chosen : format.forUsers(rule, route.match())) {
                format.backends(chosen).orElseThrow().removeAll().add(canary.deepCopy());
                rules.insert(LeadingRules.index(rules, rule), chosen);
            }
        }
    }

    /** @param match by which they were chosen */
    void remove(ObjectNode object, Route route, Match match) {
        if (match.none()) {
            return;
        }
        ArrayNode rules = format.rules(object).orElseThrow();
        for (int i = rules.size() - 1; i >= 0; i--) {
            ObjectNode rule = (ObjectNode) rules.get(i);
            List<ObjectNode> behind = leading.behind(rule);
            boolean canaryOnly = !behind.isEmpty()
                    && behind.stream().allMatch(one -> format.service(one).equals(route.canary()));
            if (canaryOnly && format.isForUsers(rule, match)) {
                rules.remove(i);
            }
        }
    }
}
