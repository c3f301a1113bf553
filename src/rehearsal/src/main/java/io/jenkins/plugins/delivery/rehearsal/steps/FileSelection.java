package io.jenkins.plugins.delivery.rehearsal.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files below a folder that Ant patterns select.
 *
 * @param includes comma separated, everything if empty
 * @param excludes comma separated, nothing if empty
 * @param defaultExcludes true to leave out what Ant leaves out by default: files of version control and of editors
 */
public record FileSelection(
        @CheckForNull String includes,
        @CheckForNull String excludes,
        boolean defaultExcludes,
        boolean caseSensitive,
        boolean followSymlinks) {

    private static final String DEFAULT_EXCLUDES = String.join(
            ",",
            "**/*~",
            "**/#*#",
            "**/.#*",
            "**/%*%",
            "**/._*",
            "**/CVS",
            "**/CVS/**",
            "**/.cvsignore",
            "**/SCCS",
            "**/SCCS/**",
            "**/vssver.scc",
            "**/.svn",
            "**/.svn/**",
            "**/.DS_Store",
            "**/.git",
            "**/.git/**",
            "**/.gitattributes",
            "**/.gitignore",
            "**/.gitmodules",
            "**/.hg",
            "**/.hg/**",
            "**/.hgignore",
            "**/.bzr",
            "**/.bzr/**");

    public static FileSelection of(@CheckForNull String includes, @CheckForNull String excludes) {
        return new FileSelection(includes, excludes, true, true, true);
    }

    /** Relative paths with slashes, sorted; none if the folder does not exist. */
    public List<String> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<AntPattern> wanted = AntPattern.list(blank(includes) ? "**" : includes, caseSensitive);
        List<AntPattern> unwanted = AntPattern.list(unwantedPatterns(), caseSensitive);
        Set<FileVisitOption> options = followSymlinks ? Set.of(FileVisitOption.FOLLOW_LINKS) : Set.of();
        try (Stream<Path> files = Files.walk(folder, options.toArray(FileVisitOption[]::new))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> wanted.stream().anyMatch(pattern -> pattern.matches(path)))
                    .filter(path -> unwanted.stream().noneMatch(pattern -> pattern.matches(path)))
                    .sorted()
                    .toList();
        }
    }

    private String unwantedPatterns() {
        String own = blank(excludes) ? "" : excludes;
        return defaultExcludes ? own + "," + DEFAULT_EXCLUDES : own;
    }

    private static boolean blank(@CheckForNull String text) {
        return text == null || text.isBlank();
    }
}
