package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashMap;
import java.util.Map;

/** Remembers what paths are called: a report names the same few files again and again. */
final class KnownPaths implements SourceTree {
    private static final int MOST = 50_000;

    private final SourceTree tree;
    private final Map<String, String> known = new HashMap<>();

    KnownPaths(SourceTree tree) {
        this.tree = tree;
    }

    @Override
    public String path(String written) {
        String path = known.get(written);
        if (path == null) {
            path = tree.path(written);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(written, path);
        }
        return path;
    }

    @Override
    @CheckForNull
    public String text(String path, int line) {
        return tree.text(path, line);
    }
}
