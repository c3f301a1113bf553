package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.List;
import java.util.Optional;

/** The three kinds of patch: JSON (RFC 6902), JSON merge (RFC 7386), and strategic merge. */
final class Patches {
    private static final String DIRECTIVE = "$patch";

    private Patches() {}

    static ObjectNode json(ObjectNode object, JsonNode patch) {
        try {
            return (ObjectNode) JsonPatch.apply(patch, object.deepCopy());
        } catch (JsonPatchException e) {
            throw new ApiException(
                    422,
                    "Invalid",
                    "the server rejected our request due to an error in our request: " + e.getMessage());
        }
    }

    static ObjectNode merge(ObjectNode object, JsonNode patch) {
        return (ObjectNode) merged(object.deepCopy(), patch);
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? (ObjectNode) target : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    static ObjectNode strategic(ObjectNode object, JsonNode patch) {
        return (ObjectNode) strategicObject(object.deepCopy(), patch);
    }

    private static JsonNode strategicObject(JsonNode target, JsonNode patch) {
        boolean replaced =
                !target.isObject() || "replace".equals(patch.path(DIRECTIVE).asText());
        ObjectNode result = replaced ? JsonNodeFactory.instance.objectNode() : (ObjectNode) target;
        patch.properties().forEach(field -> strategicField(result, field.getKey(), field.getValue()));
        return result;
    }

    private static void strategicField(ObjectNode result, String name, JsonNode value) {
        if (name.startsWith("$")) {
            return;
        }
        if (value.isNull()) {
            result.remove(name);
        } else if (value.isObject()) {
            result.set(name, strategicObject(result.path(name), value));
        } else if (value.isArray()) {
            result.set(name, strategicList(name, result.path(name), value));
        } else {
            result.set(name, value);
        }
    }

    private static JsonNode strategicList(String name, JsonNode target, JsonNode patch) {
        Optional<List<String>> keys = MergeKeys.of(name, target.isArray() && !target.isEmpty() ? target : patch);
        if (keys.isEmpty() || !target.isArray()) {
            return patch;
        }
        ArrayNode result = ((ArrayNode) target).deepCopy();
        for (JsonNode item : patch) {
            int at = indexOf(result, item, keys.get());
            if ("delete".equals(item.path(DIRECTIVE).asText())) {
                if (at >= 0) {
                    result.remove(at);
                }
            } else if (at >= 0) {
                result.set(at, strategicObject(result.get(at), item));
            } else {
                result.add(item);
            }
        }
        return result;
    }

    static int indexOf(ArrayNode list, JsonNode item, List<String> keys) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode candidate = list.get(i);
            if (keys.stream().allMatch(key -> candidate.path(key).equals(item.path(key)))) {
                return i;
            }
        }
        return -1;
    }
}
