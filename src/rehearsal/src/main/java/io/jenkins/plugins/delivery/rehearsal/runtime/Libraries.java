package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.delivery.rehearsal.library.LibraryLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shared libraries of one run. What was loaded is copied beside the build, so that the run keeps the code it began with. */
final class Libraries implements LibraryLoader {
    private static final String[] PARTS = {"src", "vars", "resources"};
    private final PipelineExecution execution;
    private final List<LibrarySource> sources;
    private final Map<String, Path> loaded = new LinkedHashMap<>();

    Libraries(PipelineExecution execution, List<LibrarySource> sources) {
        this.execution = execution;
        this.sources = sources;
    }

    void loadImplicit() throws IOException {
        for (LibrarySource source : sources) {
            if (source.implicit()) {
                load(source.name());
            }
        }
    }

    @Override
    public void load(String identifier) throws IOException {
        String name = identifier.contains("@") ? identifier.substring(0, identifier.indexOf('@')) : identifier;
        if (loaded.containsKey(name)) {
            return;
        }
        LibrarySource source = sources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AbortException("There is no library named '" + name + "'; known: "
                        + sources.stream().map(LibrarySource::name).toList()));
        String version = identifier.contains("@") ? identifier.substring(name.length() + 1) : source.defaultVersion();
        Path folder = execution.folder().resolve("libs").resolve(digest(name + "@" + version));
        if (!Files.isDirectory(folder)) {
            execution.print("Loading library " + name + (version.isEmpty() ? "" : "@" + version));
            copy(source.root(), folder);
        }
        loaded.put(name, folder);
        execution.compiler().addLibrary(folder, source.trusted());
    }

    /** The variable {@code name} of a library, newly made, or null if none has one. */
    @CheckForNull
    PipelineScript variable(String name) {
        for (Path folder : loaded.values()) {
            if (Files.isRegularFile(folder.resolve("vars").resolve(name + ".groovy"))) {
                return execution.compiler().libraryScript(name, execution.binding());
            }
        }
        return null;
    }

    List<String> variables() {
        List<String> names = new ArrayList<>();
        for (Path folder : loaded.values()) {
            try (Stream<Path> files =
                    Files.isDirectory(folder.resolve("vars")) ? Files.list(folder.resolve("vars")) : Stream.empty()) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".groovy"))
                        .forEach(file -> names.add(file.substring(0, file.length() - ".groovy".length())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return names;
    }

    /** The file below {@code resources} of the first library that has it. */
    @CheckForNull
    Path resource(String path) {
        for (Path folder : loaded.values()) {
            Path resources = folder.resolve("resources");
            Path file = resources.resolve(path).normalize();
            if (file.startsWith(resources) && Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String part : PARTS) {
            Path root = from.resolve(part);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
