package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashMap;
import java.util.Map;

/** Remembers what paths are called: a report names the same few files again and again. */
final class KnownPaths implements SourceTree {
    private static final int MOST = 50_000;

    /** A path under the name that it has in every build, and its number among the kept findings, 0 before it has one. */
    static final class Known {
        final String text;
        int number;

        Known(String text, int number) {
            this.text = text;
            this.number = number;
        }
    }

    private final SourceTree tree;
    private final Map<String, Known> known = new HashMap<>();

    KnownPaths(SourceTree tree) {
        this.tree = tree;
    }

    Known known(String written) {
        Known path = known.get(written);
        if (path == null) {
            path = new Known(tree.path(written), 0);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(written, path);
        }
        return path;
    }

    @Override
    public String path(String written) {
        return known(written).text;
    }

    @Override
    @CheckForNull
    public String text(String path, int line) {
        return tree.text(path, line);
    }
}
