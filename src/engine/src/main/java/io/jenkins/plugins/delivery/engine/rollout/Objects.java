package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Writes objects, remembers how they were before, and brings that back. */
final class Objects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VOLATILE =
            List.of("resourceVersion", "uid", "creationTimestamp", "generation", "managedFields", "selfLink");
    private static final Set<String> OURS = Set.of(Labels.ROLLOUT, Labels.VERSION);

    private Objects() {}

    /** Applies objects that were {@linkplain Preflight checked} when the rollout was planned, unless one changes meanwhile. */
    static void apply(Scene scene, List<? extends HasMetadata> objects) {
        Cluster cluster = scene.cluster();
        List<Optional<HasMetadata>> observed = new ArrayList<>();
        objects.forEach(object -> observed.add(cluster.find(object)));
        for (int i = 0; i < objects.size(); i++) {
            cluster.apply(objects.get(i), observed.get(i), true);
        }
    }

    static boolean isOurs(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels != null && Labels.US.equals(labels.get(Labels.MANAGED_BY));
    }

    static String annotation(HasMetadata object, String key) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(key, "");
    }

    /** What a workload runs: the version that a rollout noted, or the tag of its image. */
    static String version(HasMetadata workload) {
        String noted = annotation(workload, Labels.VERSION);
        return noted.isEmpty() ? Images.version(Images.of(workload)) : noted;
    }

    /** A version in a sentence. */
    static String said(String version) {
        return version.isEmpty() ? "the version before" : "version " + version;
    }

    /** How objects are now, by their key; empty text for one that is not there. */
    static Map<String, String> remember(Cluster cluster, List<? extends HasMetadata> objects) {
        Map<String, String> before = new TreeMap<>();
        for (HasMetadata object : objects) {
            before.put(key(object), cluster.find(object).map(Objects::bare).orElse(""));
        }
        return before;
    }

    /** The key that {@link #remember} files an object under. */
    static String key(HasMetadata object) {
        return object.getApiVersion() + " " + object.getKind() + " "
                + object.getMetadata().getName();
    }

    /** An object as it may be written again. */
    static String bare(HasMetadata object) {
        ObjectNode tree = (ObjectNode) tree(Serialization.asJson(object));
        tree.remove("status");
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(VOLATILE);
        }
        return tree.toString();
    }

    /**
     * Brings objects back to how they were: those that were not there go, if they are ours.
     *
     * @return whether something had to be written
     */
    static boolean restore(Cluster cluster, Map<String, String> before, Predicate<String> which) {
        boolean changed = false;
        for (Map.Entry<String, String> entry : before.entrySet()) {
            if (which.test(entry.getKey())) {
                changed |= entry.getValue().isEmpty()
                        ? remove(cluster, entry.getKey())
                        : bringBack(cluster, entry.getValue());
            }
        }
        return changed;
    }

    private static boolean remove(Cluster cluster, String key) {
        String[] parts = key.split(" ", 3);
        HasMetadata like = Serialization.unmarshal("{\"apiVersion\":\"" + parts[0] + "\",\"kind\":\"" + parts[1]
                + "\",\"metadata\":{\"name\":\"" + parts[2] + "\"}}");
        Optional<HasMetadata> there = cluster.find(like).filter(Objects::isOurs);
        there.ifPresent(cluster::delete);
        return there.isPresent();
    }

    private static boolean bringBack(Cluster cluster, String json) {
        HasMetadata before = Serialization.unmarshal(json);
        Optional<HasMetadata> there = cluster.find(before);
        if (there.isEmpty()) {
            cluster.create(before);
            return true;
        }
        JsonNode now = tree(bare(there.get()));
        JsonNode then = tree(json);
        if (content(now).equals(content(then))) {
            return false;
        }
        ObjectNode next = (ObjectNode) then;
        keepReplicas(next, now);
        HasMetadata written = Serialization.unmarshal(next.toString());
        written.getMetadata().setResourceVersion(there.get().getMetadata().getResourceVersion());
        cluster.replace(written);
        return true;
    }

    /** What has to be equal: everything but other people's annotations, and the number of pods, which others scale. */
    private static JsonNode content(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        if (copy.remove("metadata") instanceof ObjectNode metadata) {
            OURS.forEach(
                    key -> copy.put(key, metadata.path("annotations").path(key).asText("")));
        }
        if (copy.get("spec") instanceof ObjectNode spec) {
            spec.remove("replicas");
        }
        return copy;
    }

    private static void keepReplicas(ObjectNode next, JsonNode now) {
        int current = now.path("spec").path("replicas").asInt(0);
        if (next.get("spec") instanceof ObjectNode spec && spec.has("replicas")) {
            spec.put("replicas", Math.max(spec.get("replicas").asInt(), current));
        }
    }

    /** An object as it stands in JSON that was written here or by the cluster's client. */
    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of the cluster is no JSON", e);
        }
    }
}
