package io.jenkins.plugins.delivery.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The tag that an image tar says of itself: of an OCI layout or of {@code docker save}. */
final class TarTag {
    private static final String NAME = "org.opencontainers.image.ref.name";

    private TarTag() {}

    static String of(Path tar) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(tar));
                TarArchiveInputStream entries = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals("index.json")) {
                    JsonNode index = new ObjectMapper().readTree(entries.readAllBytes());
                    return tag(index.path("manifests")
                            .path(0)
                            .path("annotations")
                            .path(NAME)
                            .asText("latest"));
                }
                if (entry.getName().equals("manifest.json")) {
                    JsonNode manifest = new ObjectMapper().readTree(entries.readAllBytes());
                    return tag(manifest.path(0).path("RepoTags").path(0).asText("latest"));
                }
            }
        }
        return "latest";
    }

    private static String tag(String name) {
        return name.contains(":") || name.contains("/")
                ? ImageReference.parse(name).reference()
                : name;
    }
}
