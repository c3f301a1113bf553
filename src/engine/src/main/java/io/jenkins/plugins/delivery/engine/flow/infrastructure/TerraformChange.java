package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One element of {@code resource_changes}. Which attributes change is told, but never from what to what. */
final class TerraformChange {
    private static final int MOST_ATTRIBUTES = 12;

    private TerraformChange() {}

    /** Empty where nothing happens. */
    static Optional<Change> of(JsonNode resource) {
        JsonNode change = resource.path("change");
        Set<String> actions = new TreeSet<>();
        change.path("actions").forEach(action -> actions.add(action.asText()));
        return action(actions, change)
                .map(action -> new Change(
                        action, address(resource), resource.path("type").asText(), details(action, resource, change)));
    }

    static Optional<Change.Action> action(Set<String> actions, JsonNode change) {
        if (actions.equals(Set.of("no-op")) || actions.equals(Set.of("read"))) {
            return change.has("importing") ? Optional.of(Change.Action.IMPORT) : Optional.empty();
        }
        if (actions.contains("delete") && actions.contains("create")) {
            return Optional.of(Change.Action.REPLACE);
        }
        if (actions.contains("delete")) {
            return Optional.of(Change.Action.DESTROY);
        }
        if (actions.contains("forget")) {
            return Optional.of(actions.contains("create") ? Change.Action.ADD : Change.Action.FORGET);
        }
        if (actions.contains("update")) {
            return Optional.of(Change.Action.CHANGE);
        }
        return Optional.of(actions.contains("create") ? Change.Action.ADD : Change.Action.UNKNOWN);
    }

    private static String address(JsonNode resource) {
        String address = resource.path("address").asText();
        return resource.has("deposed") ? address + " (left over from an earlier replacement)" : address;
    }

    private static List<String> details(Change.Action action, JsonNode resource, JsonNode change) {
        List<String> details = new ArrayList<>();
        if (resource.has("previous_address")) {
            details.add("was " + resource.path("previous_address").asText());
        }
        if (resource.has("action_reason")) {
            details.add(
                    resource.path("action_reason").asText().replace('_', ' ').toLowerCase(Locale.ROOT));
        }
        if (change.path("replace_paths").size() > 0) {
            details.add("because of " + String.join(", ", paths(change.path("replace_paths"))));
        }
        if (action == Change.Action.CHANGE || action == Change.Action.REPLACE) {
            Set<String> attributes = attributes(change);
            if (!attributes.isEmpty()) {
                details.add("changes " + String.join(", ", attributes));
            }
        }
        return details;
    }

    /** The attributes whose value changes, or of which nobody knows yet. */
    static Set<String> attributes(JsonNode change) {
        Set<String> names = new TreeSet<>();
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        for (JsonNode side : List.of(before, after, change.path("after_unknown"))) {
            for (Iterator<String> fields = side.fieldNames(); fields.hasNext(); ) {
                String name = fields.next();
                boolean unknown = isTrue(change.path("after_unknown").path(name));
                if (unknown || !before.path(name).equals(after.path(name))) {
                    names.add(name);
                }
            }
        }
        Set<String> first = new TreeSet<>(names.stream().limit(MOST_ATTRIBUTES).toList());
        if (names.size() > first.size()) {
            first.add("and " + (names.size() - first.size()) + " more");
        }
        return first;
    }

    private static boolean isTrue(JsonNode unknown) {
        if (unknown.isContainerNode()) {
            for (JsonNode element : unknown) {
                if (isTrue(element)) {
                    return true;
                }
            }
        }
        return unknown.asBoolean(false);
    }

    private static List<String> paths(JsonNode paths) {
        List<String> words = new ArrayList<>();
        for (JsonNode path : paths) {
            List<String> steps = new ArrayList<>();
            path.forEach(step -> steps.add(step.asText()));
            words.add(String.join(".", steps));
        }
        return words;
    }
}
