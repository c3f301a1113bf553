package jenkins.util;

import hudson.FilePath;
import hudson.remoting.Callable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.nio.file.OpenOption;
import java.util.Collection;
import java.util.List;

public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {
    public VirtualFile() {}

    public abstract String getName();

    public abstract URI toURI();

    public abstract VirtualFile getParent();

    public abstract boolean isDirectory() throws IOException;

    public abstract boolean isFile() throws IOException;

    public String readLink() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean exists() throws IOException;

    public abstract VirtualFile[] list() throws IOException;

    public VirtualFile[] list(OpenOption... openOption) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean supportsQuickRecursiveListing() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasSymlink(OpenOption... openOption) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<VirtualFile> listOnlyDescendants() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String[] list(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<String> list(String text, String text2, boolean flag) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<String> list(String text, String text2, boolean flag, OpenOption... openOption)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean containsSymLinkChild(OpenOption... openOption) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean containsTmpDirChild(OpenOption... openOption) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int zip(
            OutputStream outputStream, String text, String text2, boolean flag, String text3, OpenOption... openOption)
            throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract VirtualFile child(String text);

    public abstract long length() throws IOException;

    public abstract long lastModified() throws IOException;

    public int mode() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean canRead() throws IOException;

    public abstract InputStream open() throws IOException;

    public InputStream open(OpenOption... openOption) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final int compareTo(VirtualFile virtualFile) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <V> V run(Callable<V, IOException> callable) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public URL toExternalURL() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean supportIsDescendant() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isDescendant(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static VirtualFile forFile(File file) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static VirtualFile forFilePath(FilePath filePath) {
        throw new UnsupportedOperationException("unwritten");
    }
}
