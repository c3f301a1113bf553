package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Splits each rule that leads to the application between it and its canary. A backend of somebody else in the same rule
 * keeps its weight, and so its share: ours split what the application had. Without one, ours are percentages.
 */
final class WeightedRules {
    private static final String WEIGHT = "weight";
    private final RuleFormat format;

    WeightedRules(RuleFormat format) {
        this.format = format;
    }

    /** The backends of a rule: the application's and, where it is there, the canary's. */
    private record Pair(ArrayNode all, ObjectNode stable, Optional<ObjectNode> canary) {}

    Optional<String> unfit(RoutedObject object, Route route) {
        List<ObjectNode> rules = leading(object.tree().deepCopy(), route);
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
        Pair pair = pair(rule, route).orElseThrow();
        int stable = weight(pair.stable());
        if (!ours && pair.canary().filter(there -> weight(there) > 0).isPresent()) {
            return Optional.of("leads to Service '" + route.canary()
                    + "' already, and no rollout of ours wrote that; give that backend the weight 0");
        }
        if (!ours && others(pair, route) > 0 && (stable == 0 || stable % 100 != 0)) {
            return Optional.of("has a rule that leads to Service '" + route.app() + "' with weight " + stable
                    + " beside other backends; multiply all weights of that rule by 100, so that this share can be split"
                    + " by whole numbers");
        }
        return route.match().none() ? Optional.empty() : format.unfitForUsers(rule, route.match());
    }

    Memory remember(ObjectNode object, Route route) {
        List<Memory.Weights> before = leading(object.deepCopy(), route).stream()
                .map(rule -> pair(rule, route).orElseThrow())
                .map(pair -> new Memory.Weights(
                        said(pair.stable()),
                        pair.canary().map(WeightedRules::said).orElse(null),
                        pair.canary().isPresent()))
                .toList();
        return new Memory(0, Match.NONE, before, "");
    }

    ObjectNode routed(ObjectNode object, Route route, Memory memory) {
        ObjectNode next = changed(object, route, memory, (pair, before) -> weigh(pair, before, route));
        if (!route.match().none()) {
            addUsers(next, route);
        }
        return next;
    }

    ObjectNode original(ObjectNode object, Route route, Memory memory) {
        return changed(object, route, memory, (pair, before) -> restore(pair, before));
    }

    int weight(ObjectNode object, Route route) {
        int most = 0;
        for (ObjectNode rule : leading(object.deepCopy(), route)) {
            Pair pair = pair(rule, route).orElseThrow();
            int canary = pair.canary().map(this::weight).orElse(0);
            int total = canary + weight(pair.stable());
            most = Math.max(most, total == 0 ? 0 : (int) Math.round(100.0 * canary / total));
        }
        return most;
    }

    private ObjectNode changed(ObjectNode object, Route route, Memory memory, BiConsumer<Pair, Memory.Weights> change) {
        ObjectNode next = object.deepCopy();
        removeUsers(next, route, memory.match());
        List<ObjectNode> rules = leading(next, route);
        for (int i = 0; i < rules.size(); i++) {
            change.accept(pair(rules.get(i), route).orElseThrow(), memory.before(i));
        }
        return next;
    }

    private void weigh(Pair pair, Memory.Weights before, Route route) {
        int had = before.stable() == null ? format.weightWhenSilent() : before.stable();
        int ours = others(pair, route) > 0 ? had : 100;
        ObjectNode canary = pair.canary().orElseGet(() -> added(pair, route));
        int share = (int) Math.round(ours * route.weight() / 100.0);
        pair.stable().put(WEIGHT, ours - share);
        canary.put(WEIGHT, share);
    }

    private ObjectNode added(Pair pair, Route route) {
        ObjectNode canary = pair.stable().deepCopy();
        format.lead(canary, route);
        pair.all().insert(index(pair.all(), pair.stable()) + 1, canary);
        return canary;
    }

    private static void restore(Pair pair, Memory.Weights before) {
        say(pair.stable(), before.stable());
        pair.canary().ifPresent(canary -> {
            if (before.both()) {
                say(canary, before.canary());
            } else {
                pair.all().remove(index(pair.all(), canary));
            }
        });
    }

    private void addUsers(ObjectNode object, Route route) {
        ArrayNode rules = format.rules(object).orElseThrow();
        List<ObjectNode> leading = leading(object, route);
        for (ObjectNode rule : leading) {
            ObjectNode canary =
                    pair(rule, route).orElseThrow().canary().orElseThrow().deepCopy();
            canary.put(WEIGHT, 100);
            for (ObjectNode chosen : format.forUsers(rule, route.match())) {
                format.backends(chosen).orElseThrow().removeAll().add(canary.deepCopy());
                rules.insert(index(rules, rule), chosen);
            }
        }
    }

    private void removeUsers(ObjectNode object, Route route, Match match) {
        if (match.none()) {
            return;
        }
        ArrayNode rules = format.rules(object).orElseThrow();
        for (int i = rules.size() - 1; i >= 0; i--) {
            ObjectNode rule = (ObjectNode) rules.get(i);
            List<ObjectNode> behind = behind(rule);
            boolean canaryOnly = !behind.isEmpty()
                    && behind.stream().allMatch(one -> format.service(one).equals(route.canary()));
            if (canaryOnly && format.isForUsers(rule, match)) {
                rules.remove(i);
            }
        }
    }

    /** The rules that lead to the application. */
    private List<ObjectNode> leading(ObjectNode object, Route route) {
        List<ObjectNode> leading = new ArrayList<>();
        format.rules(object)
                .ifPresent(rules -> rules.forEach(rule -> {
                    if (rule instanceof ObjectNode one && pair(one, route).isPresent()) {
                        leading.add(one);
                    }
                }));
        return leading;
    }

    private Optional<Pair> pair(ObjectNode rule, Route route) {
        List<ObjectNode> behind = behind(rule);
        return backend(behind, route.app())
                .map(stable -> new Pair(format.backends(rule).orElseThrow(), stable, backend(behind, route.canary())));
    }

    private Optional<ObjectNode> backend(List<ObjectNode> behind, String service) {
        return behind.stream()
                .filter(one -> format.service(one).equals(service))
                .findFirst();
    }

    private List<ObjectNode> behind(ObjectNode rule) {
        List<ObjectNode> behind = new ArrayList<>();
        format.backends(rule)
                .ifPresent(all -> all.forEach(one -> {
                    if (one instanceof ObjectNode backend) {
                        behind.add(backend);
                    }
                }));
        return behind;
    }

    private int others(Pair pair, Route route) {
        int others = 0;
        for (JsonNode one : pair.all()) {
            String service = one instanceof ObjectNode backend ? format.service(backend) : "";
            others += service.equals(route.app()) || service.equals(route.canary()) ? 0 : weight(one);
        }
        return others;
    }

    private int weight(JsonNode backend) {
        return backend.path(WEIGHT).asInt(format.weightWhenSilent());
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

    /** By identity: equal ones may stand in the same list. */
    private static int index(ArrayNode list, JsonNode one) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == one) {
                return i;
            }
        }
        throw new IllegalStateException("not in the list that it was taken from");
    }
}
