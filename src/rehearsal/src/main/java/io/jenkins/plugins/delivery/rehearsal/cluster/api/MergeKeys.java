package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which lists are merged item by item, and by which of their fields an item is known. Others are replaced as a whole.
 *
 * <p>Source: {@code x-kubernetes-list-map-keys} and {@code x-kubernetes-patch-merge-key} of the Kubernetes OpenAPI
 * description.
 */
final class MergeKeys {
    private static final Map<String, List<String>> BY_FIELD = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("ephemeralContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("conditions", List.of("type")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey")));

    private MergeKeys() {}

    /** The key fields of the items of a list, or empty for a list that is replaced as a whole. */
    static Optional<List<String>> of(String field, JsonNode list) {
        if (!list.isArray() || !allObjects(list)) {
            return Optional.empty();
        }
        if (field.equals("ports")) {
            return Optional.of(List.of(portKey(list)));
        }
        return Optional.ofNullable(BY_FIELD.get(field)).filter(keys -> allHave(list, keys));
    }

    private static String portKey(JsonNode ports) {
        return ports.isEmpty() || ports.get(0).has("containerPort") ? "containerPort" : "port";
    }

    private static boolean allObjects(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isObject()) {
                return false;
            }
        }
        return true;
    }

    private static boolean allHave(JsonNode list, List<String> keys) {
        for (JsonNode item : list) {
            if (!keys.stream().allMatch(item::has)) {
                return false;
            }
        }
        return true;
    }
}
