package io.jenkins.plugins.delivery.engine.pipeline;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order releases go through environments: each after the one that it gets its releases from. */
public final class PromotionOrder {
    private final Map<String, String> from;

    /** @param from for each environment, as listed, the one before it; empty for none */
    public PromotionOrder(Map<String, String> from) {
        this.from = new LinkedHashMap<>(from);
    }

    /**
     * Whether each is promoted from one that is there, and none in the end from itself.
     *
     * @throws ArgumentException naming the environment, and the circle or the one that was probably meant
     */
    public void check() {
        for (Map.Entry<String, String> one : from.entrySet()) {
            if (!one.getValue().isEmpty()) {
                Choices.pick(one.getKey() + ": promotedFrom", "environment", one.getValue(), from.keySet());
            }
        }
        from.keySet().forEach(this::checkCircle);
    }

    private void checkCircle(String environment) {
        List<String> way = new ArrayList<>(List.of(environment));
        String before = before(environment);
        while (!before.isEmpty() && !way.contains(before)) {
            way.add(before);
            before = before(before);
        }
        if (before.equals(environment)) {
            way.add(before);
            throw new ArgumentException(
                    environment + ": promotedFrom",
                    "no release would ever get there, because it goes in a circle: " + String.join(" ← ", way));
        }
    }

    /** As listed, but none before the one that it is promoted from. */
    public List<String> names() {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        from.keySet().forEach(name -> add(name, ordered, seen));
        return List.copyOf(ordered);
    }

    private void add(String name, Set<String> ordered, Set<String> seen) {
        if (!from.containsKey(name) || !seen.add(name)) {
            return;
        }
        add(before(name), ordered, seen);
        ordered.add(name);
    }

    private String before(String name) {
        return from.getOrDefault(name, "");
    }
}
