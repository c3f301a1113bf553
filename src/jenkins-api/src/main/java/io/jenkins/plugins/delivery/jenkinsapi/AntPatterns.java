package io.jenkins.plugins.delivery.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.tools.ant.DirectoryScanner;
import org.apache.tools.ant.types.selectors.SelectorUtils;

/** File patterns of Ant, several separated by commas. */
public final class AntPatterns {
    private final String[] includes;
    private final String[] excludes;
    private final boolean defaultExcludes;

    private AntPatterns(String[] includes, String[] excludes, boolean defaultExcludes) {
        this.includes = includes;
        this.excludes = excludes;
        this.defaultExcludes = defaultExcludes;
    }

    /** Nothing to exclude when {@code excludes} is null; everything is included when {@code includes} is. */
    public static AntPatterns of(
            @CheckForNull String includes, @CheckForNull String excludes, boolean defaultExcludes) {
        return new AntPatterns(split(includes == null ? "**" : includes), split(excludes), defaultExcludes);
    }

    private static String[] split(@CheckForNull String patterns) {
        return patterns == null
                ? new String[0]
                : Arrays.stream(patterns.split(","))
                        .map(String::trim)
                        .filter(each -> !each.isEmpty())
                        .toArray(String[]::new);
    }

    /** The files below {@code root} that match, as relative paths with slashes, sorted. */
    public List<String> find(Path root) {
        if (!root.toFile().isDirectory()) {
            return List.of();
        }
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(root.toFile());
        scanner.setIncludes(includes);
        scanner.setExcludes(excludes);
        if (defaultExcludes) {
            scanner.addDefaultExcludes();
        }
        scanner.scan();
        return Arrays.stream(scanner.getIncludedFiles())
                .map(each -> each.replace(File.separatorChar, '/'))
                .sorted()
                .toList();
    }

    /** Whether a relative path with slashes matches. */
    public boolean matches(String path) {
        return any(includes, path)
                && !any(excludes, path)
                && !(defaultExcludes && any(DirectoryScanner.getDefaultExcludes(), path));
    }

    private static boolean any(String[] patterns, String path) {
        return Arrays.stream(patterns)
                .map(each -> each.endsWith("/") ? each + "**" : each)
                .anyMatch(each -> SelectorUtils.matchPath(local(each), local(path)));
    }

    private static String local(String path) {
        return path.replace('/', File.separatorChar);
    }
}
