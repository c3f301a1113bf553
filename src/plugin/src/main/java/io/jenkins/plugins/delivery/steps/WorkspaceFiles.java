package io.jenkins.plugins.delivery.steps;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Files that a Jenkinsfile names: only what lies in the workspace, wherever links and dots point. */
public final class WorkspaceFiles {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private final Path root;

    /** @param workspace folder on this machine */
    public WorkspaceFiles(File workspace) throws IOException {
        root = workspace.toPath().toRealPath();
    }

    /**
     * Refuses a path or pattern that leads out of the workspace before anything is looked at.
     *
     * @param path separated by commas if they are several
     */
    public static void check(String argument, String path) {
        for (String one : path.split(",")) {
            String text = one.strip().replace('\\', '/');
            boolean up = List.of(text.split("/")).contains("..");
            if (text.isEmpty()
                    || up
                    || text.startsWith("/")
                    || text.startsWith("~")
                    || DRIVE.matcher(text).matches()) {
                throw new ArgumentException(
                        argument, "'" + one.strip() + "' is no path inside the workspace, such as target/report.json");
            }
        }
    }

    /** The files that match, by their path in the workspace and in its order; each pattern has to match something. */
    public Map<String, Path> matching(String argument, String patterns, boolean allowNone)
            throws IOException, InterruptedException {
        Map<String, Path> files = new TreeMap<>();
        for (String pattern : patterns.split(",")) {
            check(argument, pattern);
            Collection<FilePath> found = List.of(new FilePath(root.toFile()).list(pattern.strip()));
            if (found.isEmpty() && !allowNone) {
                throw new AbortException(argument + ": nothing in the workspace matches '" + pattern.strip()
                        + "'. Check the pattern and "
                        + (argument.equals("reports")
                                ? "the tool that should have written the file, or say allowEmpty: true if there may be none."
                                : "whether the stage has checked the files out."));
            }
            for (FilePath file : found) {
                Path inside = inside(argument, Path.of(file.getRemote()));
                files.put(name(Path.of(file.getRemote()), inside), inside);
            }
        }
        return files;
    }

    /** The text of one file of at most a mebibyte. */
    public String text(String argument, String path) throws IOException {
        return new String(bytes(argument, path), StandardCharsets.UTF_8);
    }

    /** The content of one file of at most a mebibyte. */
    public byte[] bytes(String argument, String path) throws IOException {
        Path inside = file(argument, path);
        if (Files.size(inside) > 1 << 20) {
            throw new AbortException(argument + ": '" + path.strip() + "' is larger than 1 MiB.");
        }
        return Files.readAllBytes(inside);
    }

    /** Where one file is. */
    public Path file(String argument, String path) throws IOException {
        check(argument, path);
        Path file = root.resolve(path.strip().replace('\\', '/'));
        if (!Files.isRegularFile(file)) {
            throw new AbortException(argument + ": there is no file '" + path.strip() + "' in the workspace.");
        }
        return inside(argument, file);
    }

    private Path inside(String argument, Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(root)) {
            throw new AbortException(argument + ": '" + file.getFileName()
                    + "' is a link that leads out of the workspace, which is not followed.");
        }
        return real;
    }

    private String name(Path listed, Path real) {
        Path base = listed.startsWith(root) ? listed : real;
        List<String> parts = new ArrayList<>();
        root.relativize(base).forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
