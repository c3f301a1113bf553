package io.jenkins.plugins.delivery.rehearsal.steps;

import hudson.AbortException;
import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that a run has put aside, below its own folder. */
final class Stashes {
    private final Path folder;

    Stashes(Run<?, ?> run) {
        folder = run.getRootDir().toPath().resolve("stashes");
    }

    /** Replaces the stash of that name; gives the number of files. */
    int stash(String name, Path from, FileSelection selection, boolean allowEmpty) throws IOException {
        List<String> files = selection.in(from);
        if (files.isEmpty() && !allowEmpty) {
            throw new AbortException("No files included in stash ‘" + name + "’");
        }
        Path target = folder.resolve(checked(name));
        delete(target);
        Files.createDirectories(target);
        copy(files, from, target);
        return files.size();
    }

    void unstash(String name, Path to) throws IOException {
        Path source = folder.resolve(checked(name));
        if (!Files.isDirectory(source)) {
            throw new AbortException("No such saved stash ‘" + name + "’");
        }
        FileSelection everything = new FileSelection(null, null, false, true, true);
        copy(everything.in(source), source, to);
    }

    private static String checked(String name) throws AbortException {
        if (name.isBlank() || name.contains("..") || !name.matches("[^/\\\\?%*:|\"<>]+")) {
            throw new AbortException("‘" + name + "’ is not a safe name for a stash");
        }
        return name;
    }

    static void copy(List<String> files, Path from, Path to) throws IOException {
        for (String file : files) {
            Path target = to.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(
                    from.resolve(file),
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
