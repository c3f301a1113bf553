package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that a manager of an object owns, as paths: {@code f:} and a name, {@code k:} and the key fields of a list
 * item, {@code .} for the item as such.
 *
 * <p>Format: FieldsV1 of the Kubernetes API ({@code metadata.managedFields}).
 */
final class FieldSet {
    private static final Set<String> SYSTEM = Set.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "selfLink",
            "generateName");
    private static final String ITEM = ".";

    private FieldSet() {}

    /** All fields of an object that somebody can own. */
    static Set<List<String>> of(ObjectNode object) {
        Set<List<String>> paths = new LinkedHashSet<>();
        object.properties().forEach(field -> {
            String name = field.getKey();
            if (name.equals("metadata")) {
                field.getValue().properties().stream()
                        .filter(entry -> !SYSTEM.contains(entry.getKey()))
                        .forEach(entry -> collect(
                                entry.getValue(), entry.getKey(), List.of("f:metadata", "f:" + entry.getKey()), paths));
            } else if (!name.equals("apiVersion") && !name.equals("kind")) {
                collect(field.getValue(), name, List.of("f:" + name), paths);
            }
        });
        return paths;
    }

    private static void collect(JsonNode node, String field, List<String> path, Set<List<String>> paths) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(entry ->
                            collect(entry.getValue(), entry.getKey(), with(path, "f:" + entry.getKey()), paths));
            return;
        }
        Optional<List<String>> keys = MergeKeys.of(field, node);
        if (keys.isEmpty() || node.isEmpty()) {
            paths.add(path);
            return;
        }
        for (JsonNode item : node) {
            List<String> itemPath = with(path, "k:" + keyOf(item, keys.get()));
            paths.add(with(itemPath, ITEM));
            collect(item, "", itemPath, paths);
        }
    }

    private static ObjectNode keyOf(JsonNode item, List<String> keys) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        keys.forEach(name -> key.set(name, item.path(name)));
        return key;
    }

    private static List<String> with(List<String> path, String segment) {
        List<String> longer = new ArrayList<>(path);
        longer.add(segment);
        return List.copyOf(longer);
    }

    /** The value at a path; a missing node when there is none. */
    static JsonNode value(JsonNode node, List<String> path) {
        JsonNode at = node;
        for (String segment : path) {
            at = segment.equals(ITEM) ? at : step(at, segment);
        }
        return at;
    }

    /** Whether a write left a field alone; for an item of a list, whether it was there before. */
    static boolean unchanged(JsonNode before, JsonNode after, List<String> path) {
        JsonNode old = value(before, path);
        return path.get(path.size() - 1).equals(ITEM) ? !old.isMissingNode() : old.equals(value(after, path));
    }

    private static JsonNode step(JsonNode node, String segment) {
        if (segment.startsWith("f:")) {
            return node.path(segment.substring(2));
        }
        for (JsonNode item : node) {
            if (isItem(item, segment)) {
                return item;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private static boolean isItem(JsonNode item, String segment) {
        JsonNode key = Json.parse(segment.substring(2));
        return key.properties().stream()
                .allMatch(field -> item.path(field.getKey()).equals(field.getValue()));
    }

    /** Takes the field, the item, and what becomes empty by that out of an object. */
    static void remove(JsonNode root, List<String> path) {
        if (path.size() <= 1 && root.isObject()) {
            ((ObjectNode) root).remove(path.get(0).substring(2));
            return;
        }
        String last = path.get(path.size() - 1);
        List<String> parentPath = path.subList(0, path.size() - 1);
        if (last.equals(ITEM)) {
            removeItem(
                    value(root, parentPath.subList(0, parentPath.size() - 1)), parentPath.get(parentPath.size() - 1));
            return;
        }
        JsonNode parent = value(root, parentPath);
        if (parent instanceof ObjectNode object) {
            object.remove(last.substring(2));
            boolean item = parentPath.get(parentPath.size() - 1).startsWith("k:");
            if (object.isEmpty() && !item && parentPath.size() > 1) {
                remove(root, parentPath);
            }
        }
    }

    private static void removeItem(JsonNode list, String segment) {
        if (list instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (isItem(array.get(i), segment)) {
                    array.remove(i);
                }
            }
        }
    }

    static ObjectNode toFieldsV1(Set<List<String>> paths) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (List<String> path : paths) {
            ObjectNode at = root;
            for (String segment : path) {
                at = at.withObjectProperty(segment);
            }
        }
        return root;
    }

    static Set<List<String>> fromFieldsV1(JsonNode fields) {
        Set<List<String>> paths = new LinkedHashSet<>();
        read(fields, List.of(), paths);
        return paths;
    }

    private static void read(JsonNode node, List<String> path, Set<List<String>> paths) {
        if (node.isEmpty()) {
            if (!path.isEmpty()) {
                paths.add(path);
            }
            return;
        }
        node.properties().forEach(field -> read(field.getValue(), with(path, field.getKey()), paths));
    }
}
