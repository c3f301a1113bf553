package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that routes traffic, as it was read.
 *
 * @param object as the client gave it
 * @param kind which of the kinds that its router knows
 * @param tree all of it; not to be changed
 */
record RoutedObject(HasMetadata object, ApiKind kind, ObjectNode tree) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first that is there, of the kinds in their order. */
    static Optional<RoutedObject> find(Cluster cluster, List<ApiKind> kinds, String name) {
        for (ApiKind kind : kinds) {
            Optional<HasMetadata> there = there(cluster, kind, name);
            if (there.isPresent()) {
                return Optional.of(new RoutedObject(there.get(), kind, tree(there.get())));
            }
        }
        return Optional.empty();
    }

    /** Nothing of a kind that the cluster does not know. */
    private static Optional<HasMetadata> there(Cluster cluster, ApiKind kind, String name) {
        try {
            return cluster.find(kind.named(name));
        } catch (ClusterException e) {
            if (e.kind() == ClusterException.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The same among the objects of a release. */
    static Optional<RoutedObject> among(List<HasMetadata> manifests, List<ApiKind> kinds, String name) {
        for (ApiKind kind : kinds) {
            for (HasMetadata object : manifests) {
                if (kind.is(object, name)) {
                    return Optional.of(new RoutedObject(object, kind, tree(object)));
                }
            }
        }
        return Optional.empty();
    }

    /** Turns it into another, unless somebody has changed it since it was read: that is a conflict. */
    void become(Cluster cluster, ObjectNode next) {
        ObjectNode patch = MergePatch.between(tree, next);
        if (!patch.isEmpty()) {
            cluster.patch(object, map(patch));
        }
    }

    static Map<String, Object> map(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }

    String words() {
        return kind.kind() + " '" + object.getMetadata().getName() + "'";
    }

    long generation() {
        return tree.path("metadata").path("generation").asLong();
    }

    private static ObjectNode tree(HasMetadata object) {
        try {
            return (ObjectNode) JSON.readTree(Serialization.asJson(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of the cluster is no JSON", e);
        }
    }
}
