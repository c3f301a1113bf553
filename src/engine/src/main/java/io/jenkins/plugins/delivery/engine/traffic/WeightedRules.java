package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.delivery.engine.traffic.LeadingRules.Pair;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Splits each rule that leads to the application between it and its canary. A backend of somebody else in the same rule
 * keeps its weight, and so its share: ours split what the application had. Without one, ours are percentages.
 */
final class WeightedRules {
    private static final String WEIGHT = LeadingRules.WEIGHT;

    private final RuleFormat format;
    private final LeadingRules leading;
    private final ChosenUsers users;

    WeightedRules(RuleFormat format) {
        this.format = format;
        this.leading = new LeadingRules(format);
        this.users = new ChosenUsers(format, leading);
    }

    Optional<String> unfit(RoutedObject object, Route route) {
        List<ObjectNode> rules = leading.of(object.tree().deepCopy(), route);
        if (rules.isEmpty()) {
            return Optional.of(object.words() + " has no rule that leads to Service '" + route.app()
                    + "', so there is nothing to split");
        }
        for (ObjectNode rule : rules) {
            Optional<String> problem =
                    unfit(rule, route, Memory.on(object.tree(), route.app()).isPresent());
            if (problem.isPresent()) {
                return problem.map(why -> object.words() + " " + why);
            }
        }
        return Optional.empty();
    }

    private Optional<String> unfit(ObjectNode rule, Route route, boolean ours) {
        Pair pair = leading.pair(rule, route);
        int stable = leading.weight(pair.stable());
        if (!ours && pair.canary().filter(there -> leading.weight(there) > 0).isPresent()) {
            return Optional.of("leads to Service '" + route.canary()
                    + "' already, and no rollout of ours wrote that; give that backend the weight 0");
        }
        if (!ours && leading.others(pair, route) > 0 && (stable == 0 || stable % 100 != 0)) {
            return Optional.of("has a rule that leads to Service '" + route.app() + "' with weight " + stable
                    + " beside other backends; multiply all weights of that rule by 100, so that this share can be split"
                    + " by whole numbers");
        }
        return route.match().none() ? Optional.empty() : format.unfitForUsers(rule, route.match());
    }

    Memory remember(ObjectNode object, Route route) {
        List<Memory.Weights> before = leading.of(object.deepCopy(), route).stream()
                .map(rule -> leading.pair(rule, route))
                .map(pair -> new Memory.Weights(
                        said(pair.stable()),
                        pair.canary().map(WeightedRules::said).orElse(null),
                        pair.canary().isPresent()))
                .toList();
        return new Memory(0, Match.NONE, before, "");
    }

    ObjectNode routed(ObjectNode object, Route route, Memory memory) {
        ObjectNode next = changed(object, route, memory, (pair, before) -> weigh(pair, before, route));
        users.add(next, route);
        return next;
    }

    ObjectNode original(ObjectNode object, Route route, Memory memory) {
        return changed(object, route, memory, (pair, before) -> restore(pair, before));
    }

    int weight(ObjectNode object, Route route) {
        int most = 0;
        for (ObjectNode rule : leading.of(object.deepCopy(), route)) {
            Pair pair = leading.pair(rule, route);
            int canary = pair.canary().map(leading::weight).orElse(0);
            int total = canary + leading.weight(pair.stable());
            most = Math.max(most, total == 0 ? 0 : (int) Math.round(100.0 * canary / total));
        }
        return most;
    }

    private ObjectNode changed(ObjectNode object, Route route, Memory memory, BiConsumer<Pair, Memory.Weights> change) {
        ObjectNode next = object.deepCopy();
        users.remove(next, route, memory.match());
        List<ObjectNode> rules = leading.of(next, route);
        for (int i = 0; i < rules.size(); i++) {
            change.accept(leading.pair(rules.get(i), route), memory.before(i));
        }
        return next;
    }

    private void weigh(Pair pair, Memory.Weights before, Route route) {
        int had = before.stable() == null ? format.weightWhenSilent() : before.stable();
        int ours = leading.others(pair, route) > 0 ? had : 100;
        ObjectNode canary = pair.canary().orElseGet(() -> added(pair, route));
        int share = (int) Math.round(ours * route.weight() / 100.0);
        pair.stable().put(WEIGHT, ours - share);
        canary.put(WEIGHT, share);
    }

    private ObjectNode added(Pair pair, Route route) {
        ObjectNode canary = pair.stable().deepCopy();
        format.lead(canary, route);
        pair.all().insert(LeadingRules.index(pair.all(), pair.stable()) + 1, canary);
        return canary;
    }

    private static void restore(Pair pair, Memory.Weights before) {
        say(pair.stable(), before.stable());
        pair.canary().ifPresent(canary -> {
            if (before.both()) {
                say(canary, before.canary());
            } else {
                pair.all().remove(LeadingRules.index(pair.all(), canary));
            }
        });
    }

    private static Integer said(JsonNode backend) {
        return backend.hasNonNull(WEIGHT) ? backend.get(WEIGHT).asInt() : null;
    }

    private static void say(ObjectNode backend, Integer weight) {
        if (weight == null) {
            backend.remove(WEIGHT);
        } else {
            backend.put(WEIGHT, weight);
        }
    }
}
