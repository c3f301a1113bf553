package jenkins.util;

import io.jenkins.plugins.delivery.jenkinsapi.AntPatterns;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A file that is read only, wherever it is kept. */
public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {
    private static final long serialVersionUID = 1;

    public VirtualFile() {}

    public abstract String getName();

    public abstract URI toURI();

    public abstract VirtualFile getParent();

    public abstract boolean isDirectory() throws IOException;

    public abstract boolean isFile() throws IOException;

    public abstract boolean exists() throws IOException;

    public abstract VirtualFile[] list() throws IOException;

    /** The files below that match {@code includes} and not {@code excludes}, as relative paths with slashes. */
    public Collection<String> list(String includes, String excludes, boolean useDefaultExcludes) throws IOException {
        AntPatterns patterns = AntPatterns.of(includes, excludes, useDefaultExcludes);
        List<String> found = new ArrayList<>();
        collect(this, "", found);
        found.removeIf(path -> !patterns.matches(path));
        return found;
    }

    private static void collect(VirtualFile directory, String prefix, List<String> found) throws IOException {
        for (VirtualFile each : directory.list()) {
            if (each.isDirectory()) {
                collect(each, prefix + each.getName() + '/', found);
            } else {
                found.add(prefix + each.getName());
            }
        }
    }

    public abstract VirtualFile child(String name);

    public abstract long length() throws IOException;

    public abstract long lastModified() throws IOException;

    public abstract boolean canRead() throws IOException;

    public abstract InputStream open() throws IOException;

    @Override
    public final int compareTo(VirtualFile that) {
        return getName().compareToIgnoreCase(that.getName());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof VirtualFile that && toURI().equals(that.toURI());
    }

    @Override
    public final int hashCode() {
        return toURI().hashCode();
    }

    @Override
    public final String toString() {
        return toURI().toString();
    }

    public static VirtualFile forFile(File file) {
        return new OrdinaryFile(file);
    }
}
