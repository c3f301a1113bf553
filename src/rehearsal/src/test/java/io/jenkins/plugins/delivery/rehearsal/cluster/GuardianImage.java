package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The image of the guardian as the build of the engine left it, without the Java runtime that it is put on. */
final class GuardianImage {
    private static final Path BUILT = Path.of("../engine/target/guardian-layers.tar");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode config;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private GuardianImage(Path tar) throws IOException {
        Map<String, byte[]> parts = entries(Files.newInputStream(tar));
        JsonNode manifest = JSON.readTree(parts.get("manifest.json")).path(0);
        this.config = JSON.readTree(parts.get(manifest.path("Config").asText()));
        for (JsonNode layer : manifest.path("Layers")) {
            files.putAll(entries(new GZIPInputStream(new ByteArrayInputStream(parts.get(layer.asText())))));
        }
    }

    /** Where the build left it; skips the test where nothing was packaged. */
    static Path built() {
        assumeTrue(
                Files.exists(BUILT),
                "skipped: there is no image of the guardian; it is built in Maven's phase package, as by mvn verify");
        return BUILT;
    }

    static GuardianImage read() throws IOException {
        return new GuardianImage(built());
    }

    /** What a container runtime is told. */
    JsonNode config() {
        return config.path("config");
    }

    JsonNode whole() {
        return config;
    }

    /** All files of all layers. */
    Map<String, byte[]> files() {
        return files;
    }

    /** Its classes and libraries, unpacked, with nothing of ours beside them but the Java platform. */
    ClassLoader loader(Path directory) throws IOException {
        List<URL> path = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
            if (file.getKey().startsWith("app/libs/")) {
                path.add(target.toUri().toURL());
            }
        }
        path.add(directory.resolve("app/classes/").toUri().toURL());
        path.add(directory.resolve("app/resources/").toUri().toURL());
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static Map<String, byte[]> entries(InputStream content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    entries.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        return entries;
    }
}
