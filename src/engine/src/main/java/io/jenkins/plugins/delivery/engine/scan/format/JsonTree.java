package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** One value with everything in it, as a tree of limited size; numbers stay as they are written. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonInput json;
    private final TreeLimit limit = new TreeLimit();

    private JsonTree(JsonInput json) {
        this.json = json;
    }

    static JsonNode read(JsonInput json) throws IOException {
        return new JsonTree(json).node();
    }

    private JsonNode node() throws IOException {
        if (json.isObject()) {
            return object();
        }
        if (json.isArray()) {
            ArrayNode array = NODES.arrayNode();
            json.array(() -> array.add(node()));
            return array;
        }
        if (json.isTrue() || json.isFalse()) {
            count(1);
            return NODES.booleanNode(json.isTrue());
        }
        String text = json.text();
        count(text == null ? 1 : text.length());
        return text == null ? NODES.nullNode() : NODES.textNode(text);
    }

    /** A key that stands twice would hide what it meant the first time. */
    private ObjectNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        json.object(key -> {
            count(key.length());
            if (object.has(key)) {
                throw json.expected("\"" + key + "\" once in an object");
            }
            object.set(key, node());
        });
        return object;
    }

    private void count(int length) throws IOException {
        if (limit.isExceededBy(length)) {
            throw json.expected(TreeLimit.WORDS);
        }
    }
}
