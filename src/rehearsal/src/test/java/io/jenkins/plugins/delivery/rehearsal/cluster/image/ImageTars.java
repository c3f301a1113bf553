package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes image tars as {@code docker save} does, for tests. */
public final class ImageTars {
    private ImageTars() {}

    /** An image of one layer, written to a file. */
    public static Path write(Path file, Map<String, byte[]> files, List<String> entrypoint, List<String> environment)
            throws IOException {
        var config = BlobStore.JSON.createObjectNode();
        var settings = config.putObject("config");
        entrypoint.forEach(settings.putArray("Entrypoint")::add);
        environment.forEach(settings.putArray("Env")::add);
        var manifest = BlobStore.JSON.createArrayNode();
        manifest.addObject().put("Config", "config.json").putArray("Layers").add("layer.tar.gz");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("config.json", BlobStore.JSON.writeValueAsBytes(config));
        entries.put("layer.tar.gz", gzip(tar(files)));
        entries.put("manifest.json", BlobStore.JSON.writeValueAsBytes(manifest));
        return Files.write(file, tar(entries));
    }

    static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
