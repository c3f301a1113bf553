package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the manifests and configurations of images. */
final class Images {
    private final BlobStore store;

    Images(BlobStore store) {
        this.store = store;
    }

    Optional<Image> image(String repository, String reference) {
        return store.manifest(repository, reference).map(digest -> read(repository, digest));
    }

    private Image read(String repository, String digest) {
        JsonNode manifest = store.json(digest);
        if (manifest.has("manifests")) {
            return read(
                    repository,
                    manifest.path("manifests").path(0).path("digest").asText());
        }
        JsonNode config =
                store.json(manifest.path("config").path("digest").asText()).path("config");
        List<Image.Layer> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("layers")) {
            String layerDigest = layer.path("digest").asText();
            layers.add(new Image.Layer(layerDigest, store.blob(layerDigest).orElseThrow()));
        }
        return new Image(
                repository,
                digest,
                List.copyOf(layers),
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                environment(config.path("Env")),
                config.path("WorkingDir").asText(""));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    private static Map<String, String> environment(JsonNode assignments) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String assignment : texts(assignments)) {
            int equals = assignment.indexOf('=');
            if (equals > 0) {
                environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        }
        return environment;
    }

    /** The same image with other variables in its configuration; returns the digest of its manifest. */
    String withEnvironment(String repository, String reference, Map<String, String> variables) throws IOException {
        String digest = store.manifest(repository, reference)
                .orElseThrow(() -> new IOException("There is no image " + repository + " " + reference));
        ObjectNode manifest = store.json(digest).deepCopy();
        ObjectNode config =
                store.json(manifest.path("config").path("digest").asText()).deepCopy();
        ObjectNode settings = config.withObjectProperty("config");
        Map<String, String> environment = new LinkedHashMap<>(environment(settings.path("Env")));
        environment.putAll(variables);
        ArrayNode assignments = settings.putArray("Env");
        environment.forEach((name, value) -> assignments.add(name + "=" + value));
        byte[] bytes = BlobStore.JSON.writeValueAsBytes(config);
        ((ObjectNode) manifest.path("config")).put("digest", store.add(bytes)).put("size", bytes.length);
        return store.add(BlobStore.JSON.writeValueAsBytes(manifest));
    }
}
