package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** JSON as Kubernetes objects are written: one mapper for all, which also knows the typed model. */
public final class Json {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Json() {}

    static JsonNode parse(String text) {
        return SERIALIZATION.unmarshal(text, JsonNode.class);
    }

    /** Reads a request body, JSON or YAML. */
    static ObjectNode parseObject(String text) {
        try {
            if (parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (RuntimeException e) {
            throw ApiException.badRequest("the object provided is unrecognized: " + e.getMessage());
        }
        throw ApiException.badRequest("the object provided is unrecognized: not an object");
    }

    public static String write(Object value) {
        return SERIALIZATION.asJson(value);
    }

    public static <T> T to(Class<T> type, JsonNode node) {
        return SERIALIZATION.convertValue(node, type);
    }

    public static ObjectNode toNode(Object value) {
        return SERIALIZATION.convertValue(value, ObjectNode.class);
    }
}
