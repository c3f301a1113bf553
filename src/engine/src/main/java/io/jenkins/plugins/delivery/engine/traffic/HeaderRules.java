package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that are met when one of their matches is, each of which may name headers. */
abstract class HeaderRules implements RuleFormat {
    private final String rules;
    private final String matches;
    private final String backends;

    /**
     * @param rules field of {@code spec} that has the rules
     * @param matches field of a rule that has its matches
     * @param backends field of a rule that has its backends
     */
    HeaderRules(String rules, String matches, String backends) {
        this.rules = rules;
        this.matches = matches;
        this.backends = backends;
    }

    /** A match that every request meets. */
    abstract ObjectNode everything();

    /** How the header of a condition is called. */
    abstract String header(Condition condition);

    /** Whether a match names this header, whatever it demands of it. */
    abstract boolean names(JsonNode match, String header);

    /** Whether a match demands exactly what a condition does. */
    abstract boolean demands(JsonNode match, Condition condition);

    /** Makes a match demand what a condition does, besides. */
    abstract void demand(ObjectNode match, Condition condition);

    @Override
    public final Optional<ArrayNode> rules(ObjectNode object) {
        return RuleFormat.list(object.path("spec").path(rules));
    }

    @Override
    public final Optional<ArrayNode> backends(ObjectNode rule) {
        return RuleFormat.list(rule.path(backends));
    }

    @Override
    public Optional<String> unfitForUsers(ObjectNode rule, Match match) {
        for (JsonNode one : rule.path(matches)) {
            for (Condition condition : match.conditions()) {
                if (names(one, header(condition))) {
                    return Optional.of("has a rule that matches header '" + header(condition)
                            + "' already, so users cannot be chosen by it as well");
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public final List<ObjectNode> forUsers(ObjectNode rule, Match match) {
        List<ObjectNode> before = new ArrayList<>();
        rule.path(matches).forEach(one -> before.add((ObjectNode) one));
        if (before.isEmpty()) {
            before.add(everything());
        }
        ObjectNode chosen = rule.deepCopy();
        chosen.remove("name");
        ArrayNode narrower = chosen.putArray(matches);
        for (ObjectNode one : before) {
            for (Condition condition : match.conditions()) {
                ObjectNode next = one.deepCopy();
                demand(next, condition);
                narrower.add(next);
            }
        }
        return List.of(chosen);
    }

    @Override
    public final boolean isForUsers(ObjectNode rule, Match match) {
        boolean all = !rule.path(matches).isEmpty();
        for (JsonNode one : rule.path(matches)) {
            all &= match.conditions().stream().anyMatch(condition -> demands(one, condition));
        }
        return all;
    }
}
