package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The files that findings are about. A tool names a file as it saw it: absolute, through a mount, from a subfolder, or
 * from the checkout of another agent; here it gets the name that it has in every build.
 */
public interface SourceTree {
    /** Nothing is known but how paths are written. */
    static SourceTree unknown() {
        return new SourceTree() {
            @Override
            public String path(String written) {
                return PathText.normalized(written);
            }

            @Override
            @CheckForNull
            public String text(String path, int line) {
                return null;
            }
        };
    }

    /** The path from the root of the tree where the file is in it, with forward slashes; else as it was written. */
    String path(String written);

    /**
     * What stands in a line, and as much after it as tells the line from others.
     *
     * @param path as {@link #path} gives it
     * @param line 1-based
     * @return null where there is no such file or line
     */
    @CheckForNull
    String text(String path, int line);
}
