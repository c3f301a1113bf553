package io.jenkins.plugins.delivery.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An opened .hpi, or a jar within one. */
final class Hpi {
    /** Content by name, in the order of the archive; directories end with a slash. */
    final Map<String, byte[]> entries = new LinkedHashMap<>();

    final Map<String, LocalDateTime> times = new LinkedHashMap<>();

    private Hpi(InputStream content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(content)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                entries.put(each.getName(), zip.readAllBytes());
                times.put(each.getName(), each.getTimeLocal());
            }
        }
    }

    static Hpi open(Path file) throws IOException {
        return new Hpi(Files.newInputStream(file));
    }

    /** The jars in {@code WEB-INF/lib}, by file name. */
    SortedMap<String, Hpi> jars() {
        SortedMap<String, Hpi> jars = new TreeMap<>();
        entries.forEach((name, content) -> {
            if (name.matches("WEB-INF/lib/.+")) {
                jars.put(name.substring("WEB-INF/lib/".length()), jar(content));
            }
        });
        return jars;
    }

    private static Hpi jar(byte[] content) {
        try {
            return new Hpi(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The main attributes of the manifest. */
    SortedMap<String, String> manifest() throws IOException {
        SortedMap<String, String> attributes = new TreeMap<>();
        new Manifest(new ByteArrayInputStream(entries.get("META-INF/MANIFEST.MF")))
                .getMainAttributes()
                .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
        return attributes;
    }

    /** Class files by name. */
    SortedMap<String, byte[]> classes() {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        entries.forEach((name, content) -> {
            if (name.endsWith(".class")) {
                classes.put(name.substring(0, name.length() - ".class".length()), content);
            }
        });
        return classes;
    }
}
