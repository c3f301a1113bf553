package io.jenkins.plugins.delivery.rehearsal.cluster.image;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The files of an image in a directory of this machine, unpacked once for each digest.
 *
 * <p>A process that runs here is not in a container: it sees this machine's file system. Absolute paths of the image in
 * its command line are rewritten to where they really are.
 */
public final class RootFilesystem {
    private final Path root;

    private RootFilesystem(Path root) {
        this.root = root;
    }

    /** Unpacks the image below {@code cache} unless that was done before. */
    public static RootFilesystem of(Image image, Path cache) throws IOException {
        String layers = image.layers().stream().map(Image.Layer::digest).collect(Collectors.joining());
        Path root = cache.resolve(
                Digests.of(layers.getBytes(StandardCharsets.US_ASCII)).substring(7, 39));
        if (!Files.isDirectory(root)) {
            Path unfinished = Files.createDirectories(cache.resolve("unfinished-" + UUID.randomUUID()));
            for (Image.Layer layer : image.layers()) {
                unpack(layer.file(), unfinished);
            }
            moveInto(unfinished, root);
        }
        return new RootFilesystem(root);
    }

    private static void moveInto(Path unfinished, Path root) throws IOException {
        try {
            Files.move(unfinished, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(root)) {
                throw e;
            }
        }
    }

    private static void unpack(Path layer, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(layer));
                InputStream content = isGzip(file) ? new GzipCompressorInputStream(file, true) : file;
                TarArchiveInputStream entries = new TarArchiveInputStream(content)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, target);
            }
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        String name = entry.getName().replaceAll("^/+", "");
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The image holds a file outside of its root: " + entry.getName());
        }
        String last = path.getFileName().toString();
        if (last.startsWith(".wh.")) {
            deleteTree(path.resolveSibling(last.substring(4)));
        } else if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isFile()) {
            Files.createDirectories(path.getParent());
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + path + " executable");
            }
        }
    }

    private static void deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var children = Files.list(path)) {
                for (Path child : children.toList()) {
                    deleteTree(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    /** Where a path of the image is on this machine. */
    public Path resolve(String path) {
        return root.resolve(path.replaceAll("^/+", "")).normalize();
    }

    /** The command with the image's paths as they are on this machine; {@code java} is the one that runs us. */
    public List<String> command(List<String> command) throws IOException {
        List<String> rewritten = new ArrayList<>();
        for (String word : command) {
            rewritten.add(rewritten.isEmpty() ? program(word) : rewrite(word));
        }
        return rewritten;
    }

    private String program(String word) {
        if (word.equals("java") || word.endsWith("/java") && !Files.exists(resolve(word))) {
            return Path.of(System.getProperty("java.home"), "bin", "java").toString();
        }
        return word.startsWith("/") && Files.exists(resolve(word))
                ? resolve(word).toString()
                : word;
    }

    private String rewrite(String word) throws IOException {
        if (word.startsWith("@/") && Files.isRegularFile(resolve(word.substring(1)))) {
            return rewrite(Files.readString(resolve(word.substring(1))).strip());
        }
        return Arrays.stream(word.split(":", -1))
                .map(this::rewritePart)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String rewritePart(String part) {
        if (!part.startsWith("/") || part.equals("/")) {
            return part;
        }
        String base = part.endsWith("/*") ? part.substring(0, part.length() - 1) : part;
        return Files.exists(resolve(base)) ? resolve(base) + (base.equals(part) ? "" : "/*") : part;
    }
}
