package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Server-side apply: merges what a manager declares, takes away what it declared before and no longer does, and refuses
 * to overwrite what another manager owns unless forced.
 *
 * <p>Source: "Server-Side Apply" of the Kubernetes documentation.
 */
final class ServerSideApply {
    private final ManagedFields.Owner owner;
    private final boolean force;
    private final String time;

    ServerSideApply(String manager, String subresource, boolean force, String time) {
        this.owner = new ManagedFields.Owner(manager, "Apply", subresource);
        this.force = force;
        this.time = time;
    }

    /** The object as it should be stored; live is null when there is none yet. */
    ObjectNode apply(ObjectKey key, @CheckForNull ObjectNode live, ObjectNode applied) {
        ObjectNode base = live == null ? JsonNodeFactory.instance.objectNode() : live;
        ManagedFields fields = ManagedFields.of(base);
        Set<List<String>> declared = FieldSet.of(applied);
        settleConflicts(key, base, applied, declared, fields);
        Set<List<String>> dropped = new LinkedHashSet<>(fields.of(owner));
        dropped.removeAll(declared);
        fields.others(owner).values().forEach(dropped::removeAll);
        ObjectNode result = (ObjectNode) merge(base.deepCopy(), applied, "");
        List<List<String>> innermostFirst = new ArrayList<>(dropped);
        innermostFirst.sort((a, b) -> Integer.compare(b.size(), a.size()));
        innermostFirst.forEach(path -> FieldSet.remove(result, path));
        fields.set(owner, declared, time);
        fields.writeTo(result, key.type().apiVersion());
        return result;
    }

    private void settleConflicts(
            ObjectKey key, ObjectNode live, ObjectNode applied, Set<List<String>> declared, ManagedFields fields) {
        List<String> conflicts = new ArrayList<>();
        fields.others(owner).forEach((other, theirs) -> {
            Set<List<String>> disputed = new LinkedHashSet<>(theirs);
            disputed.retainAll(declared);
            disputed.removeIf(path -> path.get(path.size() - 1).equals(".")
                    || FieldSet.value(live, path).equals(FieldSet.value(applied, path)));
            disputed.forEach(path -> conflicts.add("conflict with \"" + other.manager() + "\": " + readable(path)));
            if (force) {
                theirs.removeAll(disputed);
            }
        });
        if (!conflicts.isEmpty() && !force) {
            throw ApiException.conflict(
                    key,
                    "Apply failed with " + conflicts.size() + " conflict" + (conflicts.size() == 1 ? "" : "s") + ": "
                            + String.join("; ", conflicts));
        }
    }

    private static String readable(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String segment : path) {
            text.append(segment.startsWith("f:") ? "." + segment.substring(2) : "[" + segment.substring(2) + "]");
        }
        return text.toString();
    }

    private static JsonNode merge(JsonNode live, JsonNode applied, String field) {
        if (applied.isObject()) {
            ObjectNode result = live.isObject() ? (ObjectNode) live : JsonNodeFactory.instance.objectNode();
            applied.properties()
                    .forEach(entry -> result.set(
                            entry.getKey(), merge(result.path(entry.getKey()), entry.getValue(), entry.getKey())));
            return result;
        }
        Optional<List<String>> keys = MergeKeys.of(field, applied);
        if (keys.isEmpty() || !live.isArray()) {
            return applied.deepCopy();
        }
        ArrayNode result = (ArrayNode) live;
        for (JsonNode item : applied) {
            int at = Patches.indexOf(result, item, keys.get());
            if (at < 0) {
                result.add(item.deepCopy());
            } else {
                result.set(at, merge(result.get(at), item, ""));
            }
        }
        return result;
    }
}
