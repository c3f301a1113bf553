package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;

/** Deletes what had an owner and has none any more. */
final class GarbageCollector {
    private final ClusterObjects objects;

    GarbageCollector(ClusterObjects objects) {
        this.objects = objects;
    }

    void reconcile() {
        for (JsonNode object : objects.all()) {
            JsonNode owners = object.path("metadata").path("ownerReferences");
            if (!owners.isEmpty() && !object.path("metadata").has("deletionTimestamp") && orphaned(object, owners)) {
                objects.delete(object);
            }
        }
    }

    private boolean orphaned(JsonNode object, JsonNode owners) {
        String namespace = object.path("metadata").path("namespace").asText("");
        for (JsonNode owner : owners) {
            boolean exists = objects.exists(
                    owner.path("apiVersion").asText(),
                    owner.path("kind").asText(),
                    namespace,
                    owner.path("name").asText(),
                    owner.path("uid").asText());
            if (exists) {
                return false;
            }
        }
        return true;
    }
}
