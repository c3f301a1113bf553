package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads an image from a tar as {@code docker save}, Jib and others write it, or from a tar of an OCI layout. */
final class ImageTar {
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG_TYPE = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER_TYPE = "application/vnd.oci.image.layer.v1.tar";

    private final BlobStore store;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    ImageTar(BlobStore store) {
        this.store = store;
    }

    /** Stores what the tar holds; returns the digest of the manifest. */
    String read(Path tar) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(tar));
                TarArchiveInputStream entries = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.isFile()) {
                    keep(entry.getName(), entries);
                }
            }
        }
        if (digests.containsKey("index.json")) {
            return fromLayout();
        }
        if (digests.containsKey("manifest.json")) {
            return fromArchive();
        }
        throw new IOException(tar + " is not an image: it has neither a manifest.json nor an index.json");
    }

    private void keep(String name, InputStream content) throws IOException {
        Path upload = store.newUpload();
        Files.copy(content, upload);
        sizes.put(name, Files.size(upload));
        digests.put(name, store.adopt(upload));
    }

    private String fromLayout() throws IOException {
        JsonNode entry = store.json(digests.get("index.json")).path("manifests").path(0);
        String digest = entry.path("digest").asText();
        if (!digest.matches(Digests.PATTERN) || store.blob(digest).isEmpty()) {
            throw new IOException("The OCI layout names a manifest that it does not hold: " + digest);
        }
        return digest;
    }

    private String fromArchive() throws IOException {
        JsonNode image = store.json(digests.get("manifest.json")).path(0);
        ObjectNode manifest = BlobStore.JSON.createObjectNode();
        manifest.put("schemaVersion", 2).put("mediaType", MANIFEST_TYPE);
        manifest.set("config", descriptor(image.path("Config").asText(), CONFIG_TYPE));
        ArrayNode layers = manifest.putArray("layers");
        for (JsonNode layer : image.path("Layers")) {
            String name = layer.asText();
            layers.add(descriptor(name, name.endsWith(".gz") ? LAYER_TYPE + "+gzip" : LAYER_TYPE));
        }
        return store.add(BlobStore.JSON.writeValueAsBytes(manifest));
    }

    private ObjectNode descriptor(String name, String type) throws IOException {
        if (!digests.containsKey(name)) {
            throw new IOException("The image's manifest names a file that the tar does not hold: " + name);
        }
        return BlobStore.JSON
                .createObjectNode()
                .put("mediaType", type)
                .put("size", sizes.get(name))
                .put("digest", digests.get(name));
    }
}
