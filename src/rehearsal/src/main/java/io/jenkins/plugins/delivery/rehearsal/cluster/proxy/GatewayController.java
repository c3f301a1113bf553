package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says of each HTTPRoute whether its parents have accepted it and what it leads to is there, as the controllers of the Gateway
 * API do: a Gateway or Service that does not exist accepts nothing.
 */
final class GatewayController {
    private static final String NAME = "rehearsal.delivery.jenkins.io/gateway";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterObjects objects;

    GatewayController(ClusterObjects objects) {
        this.objects = objects;
    }

    void reconcile() {
        List<JsonNode> all = objects.all();
        Set<String> there = all.stream()
                .map(object -> key(
                        object.path("kind").asText(),
                        object.path("metadata").path("namespace").asText(),
                        object.path("metadata").path("name").asText()))
                .collect(Collectors.toSet());
        for (JsonNode object : all) {
            if (object.path("kind").asText().equals("HTTPRoute")) {
                JsonNode parents = parents(object, there);
                if (!parents.equals(object.path("status").path("parents"))) {
                    write(object, parents);
                }
            }
        }
    }

    private void write(JsonNode route, JsonNode parents) {
        GenericKubernetesResource read = JSON.convertValue(route, GenericKubernetesResource.class);
        objects.publishStatus(NAME, read, now -> {
            ObjectNode status = JsonNodeFactory.instance.objectNode();
            status.set("parents", parents);
            now.setAdditionalProperty("status", status);
            return now;
        });
    }

    private static JsonNode parents(JsonNode route, Set<String> there) {
        String namespace = route.path("metadata").path("namespace").asText();
        ArrayNode parents = JsonNodeFactory.instance.arrayNode();
        for (JsonNode parent : route.path("spec").path("parentRefs")) {
            String kind = parent.path("kind").asText("Gateway");
            String name = parent.path("name").asText();
            boolean accepted = there.contains(key(kind, parent.path("namespace").asText(namespace), name));
            String lost = missing(route, namespace, there);
            ObjectNode status = parents.addObject();
            status.set("parentRef", parent);
            status.put("controllerName", NAME);
            ArrayNode conditions = status.putArray("conditions");
            condition(conditions, route, "Accepted", accepted, accepted ? "Accepted" : "NoMatchingParent", name);
            condition(
                    conditions,
                    route,
                    "ResolvedRefs",
                    lost.isEmpty(),
                    lost.isEmpty() ? "ResolvedRefs" : "BackendNotFound",
                    lost);
        }
        return parents;
    }

    private static String missing(JsonNode route, String namespace, Set<String> there) {
        for (JsonNode rule : route.path("spec").path("rules")) {
            for (JsonNode backend : rule.path("backendRefs")) {
                String name = backend.path("name").asText();
                if (!there.contains(key("Service", backend.path("namespace").asText(namespace), name))) {
                    return "Service " + name + " does not exist";
                }
            }
        }
        return "";
    }

    private static void condition(
            ArrayNode conditions, JsonNode route, String type, boolean met, String reason, String message) {
        conditions
                .addObject()
                .put("type", type)
                .put("status", met ? "True" : "False")
                .put("reason", reason)
                .put("message", message)
                .put(
                        "observedGeneration",
                        route.path("metadata").path("generation").asLong())
                .put(
                        "lastTransitionTime",
                        route.path("metadata").path("creationTimestamp").asText());
    }

    private static String key(String kind, String namespace, String name) {
        return kind + " " + namespace + "/" + name;
    }
}
