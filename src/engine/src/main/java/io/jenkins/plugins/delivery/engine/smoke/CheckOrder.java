package io.jenkins.plugins.delivery.engine.smoke;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which check waits for which: the one that uses a value for the one that extracts it, wherever they stand. */
final class CheckOrder {
    private final Map<String, Check> checks = new HashMap<>();
    private final Map<String, String> producers;
    private final Set<String> fine = new LinkedHashSet<>();

    private CheckOrder(List<Check> all) {
        all.forEach(check -> checks.put(check.name(), check));
        producers = producers(all);
    }

    /** Names of checks by the names of the values that they extract. */
    static Map<String, String> producers(List<Check> checks) {
        Map<String, String> producers = new LinkedHashMap<>();
        for (Check check : checks) {
            check.extracts().forEach(extract -> producers.put(extract.name(), check.name()));
        }
        return producers;
    }

    /** @throws ArgumentException if two checks extract the same value, or checks wait for each other */
    static void verify(List<Check> all) {
        Map<String, String> by = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String place = "checks[" + i + "].extract";
            String name = all.get(i).name();
            all.get(i).extracts().forEach(extract -> {
                String other = by.put(extract.name(), name);
                if (other != null) {
                    throw new ArgumentException(place, "'" + other + "' already extracts '" + extract.name() + "'");
                }
            });
        }
        if (by.isEmpty()) {
            return;
        }
        CheckOrder order = new CheckOrder(all);
        for (int i = 0; i < all.size(); i++) {
            order.walk(all.get(i), "checks[" + i + "]", new LinkedHashSet<>());
        }
    }

    private void walk(Check check, String place, Set<String> path) {
        if (!path.add(check.name())) {
            throw new ArgumentException(
                    place, "checks wait for each other's values: " + String.join(" → ", path) + " → " + check.name());
        }
        if (!fine.contains(check.name())) {
            for (String used : check.uses()) {
                String producer = producers.get(used);
                if (producer != null) {
                    walk(checks.get(producer), place, path);
                }
            }
            fine.add(check.name());
        }
        path.remove(check.name());
    }
}
