package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;

/** Remembers what paths are called: a report names the same few files again and again. */
final class KnownPaths implements SourceTree {
    private static final int MOST = 50_000;

    /** A path under the name that it has in every build, and its number among the kept findings, 0 before it has one. */
    static final class Known {
        private final String written;
        final String text;
        int number;

        Known(String written, String text, int number) {
            this.written = written;
            this.text = text;
            this.number = number;
        }
    }

    private final SourceTree tree;
    private final List<Known> paths = new ArrayList<>();
    private PositionTable byHash = new PositionTable();

    @CheckForNull
    private Known last;

    KnownPaths(SourceTree tree) {
        this.tree = tree;
    }

    Known known(String written) {
        // Results of one file often follow each other.
        if (last == null || !last.written.equals(written)) {
            last = find(written);
        }
        return last;
    }

    private Known find(String written) {
        int hash = written.hashCode();
        for (int at = byHash.first(hash); at >= 0; at = byHash.next()) {
            if (paths.get(at).written.equals(written)) {
                return paths.get(at);
            }
        }
        if (paths.size() >= MOST) {
            paths.clear();
            byHash = new PositionTable();
        }
        Known path = new Known(written, shared(written, tree.path(written)), 0);
        byHash.add(hash, paths.size());
        paths.add(path);
        return path;
    }

    /** Most paths are called as they are written: one text is less to look at than two. */
    private static String shared(String written, String text) {
        return written.equals(text) ? written : text;
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
