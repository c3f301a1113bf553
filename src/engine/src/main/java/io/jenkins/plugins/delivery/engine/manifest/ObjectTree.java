package io.jenkins.plugins.delivery.engine.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The values of an object by their paths, such as {@code spec.template.spec.containers[shop].image}. */
final class ObjectTree {
    /** What the server or a rollout itself writes: no change that somebody made. */
    private static final List<String> VOLATILE =
            List.of("resourceVersion", "uid", "creationTimestamp", "generation", "managedFields", "selfLink");

    private static final Set<String> NOTES = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/revision",
            "delivery.jenkins.io/rollout");

    /** Fields that tell the elements of a list apart, as the API server's merge keys do. */
    private static final List<String> KEYS =
            List.of("name", "mountPath", "containerPort", "port", "type", "host", "path");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ObjectTree() {}

    /** Every value that is no object and no list, in the order of its path. */
    static Map<String, JsonNode> values(HasMetadata object) {
        Map<String, JsonNode> values = new TreeMap<>();
        collect("", bare(object), values);
        return values;
    }

    private static JsonNode bare(HasMetadata object) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(Serialization.asJson(object));
            tree.remove("status");
            if (tree.get("metadata") instanceof ObjectNode metadata) {
                metadata.remove(VOLATILE);
                if (metadata.get("annotations") instanceof ObjectNode annotations) {
                    annotations.remove(NOTES);
                }
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of the client that is no JSON: " + object.getKind(), e);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> values) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(child(path, field.getKey()), field.getValue(), values));
        } else if (node.isArray()) {
            elements(node).forEach((key, element) -> collect(path + "[" + key + "]", element, values));
        } else if (!node.isNull()) {
            values.put(path, node);
        }
    }

    private static String child(String path, String field) {
        boolean plain = field.matches("[A-Za-z0-9_-]+");
        String step = plain ? field : "[" + field + "]";
        return path.isEmpty() || !plain ? path + step : path + "." + step;
    }

    private static Map<String, JsonNode> elements(JsonNode list) {
        Optional<String> key =
                KEYS.stream().filter(one -> identifies(list, one)).findFirst();
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode element : list) {
            elements.put(key.map(one -> element.get(one).asText()).orElse(String.valueOf(index)), element);
            index++;
        }
        return elements;
    }

    private static boolean identifies(JsonNode list, String key) {
        Set<String> seen = new HashSet<>();
        return StreamSupport.stream(list.spliterator(), false)
                .allMatch(element ->
                        element.hasNonNull(key) && seen.add(element.get(key).asText()));
    }
}
