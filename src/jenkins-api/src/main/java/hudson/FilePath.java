package hudson;

import hudson.remoting.Callable;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.jenkinsapi.AntPatterns;
import io.jenkins.plugins.delivery.jenkinsapi.Archives;
import io.jenkins.plugins.delivery.jenkinsapi.ThisMachine;
import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.FileUtils;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A file or directory on the machine that does the work; here, on this machine. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1;
    private final String remote;

    /** The channel is this machine's own, or null for the same. */
    public FilePath(VirtualChannel channel, String remote) {
        this.remote = normalize(remote);
    }

    public FilePath(File localPath) {
        this(ThisMachine.CHANNEL, localPath.getPath());
    }

    /** {@code rel} below {@code base}, unless it is absolute. */
    public FilePath(FilePath base, String rel) {
        this(ThisMachine.CHANNEL, base.path().resolve(rel).toString());
    }

    private static String normalize(String path) {
        return path.isEmpty() ? path : Path.of(path).normalize().toString();
    }

    private Path path() {
        return Path.of(remote);
    }

    private File file() {
        return new File(remote);
    }

    // Names

    public String getRemote() {
        return remote;
    }

    public String getName() {
        Path name = path().getFileName();
        return name == null ? "" : name.toString();
    }

    public String getBaseName() {
        String name = getName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public FilePath child(String relOrAbsolute) {
        return new FilePath(this, relOrAbsolute);
    }

    public FilePath sibling(String rel) {
        return getParent().child(rel);
    }

    public FilePath withSuffix(String suffix) {
        return new FilePath(ThisMachine.CHANNEL, remote + suffix);
    }

    /** Null for a root. */
    public FilePath getParent() {
        Path parent = path().getParent();
        return parent == null ? null : new FilePath(ThisMachine.CHANNEL, parent.toString());
    }

    public FilePath absolutize() throws IOException, InterruptedException {
        return new FilePath(ThisMachine.CHANNEL, path().toAbsolutePath().toString());
    }

    public URI toURI() throws IOException, InterruptedException {
        return file().toURI();
    }

    public VirtualChannel getChannel() {
        return ThisMachine.CHANNEL;
    }

    public boolean isRemote() {
        return false;
    }

    /** Runs where the file is. */
    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return callable.invoke(file(), ThisMachine.CHANNEL);
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        return callable.call();
    }

    // Facts

    public boolean exists() throws IOException, InterruptedException {
        return file().exists();
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return file().isDirectory();
    }

    public long length() throws IOException, InterruptedException {
        return file().length();
    }

    public long lastModified() throws IOException, InterruptedException {
        return file().lastModified();
    }

    public void touch(long timestamp) throws IOException, InterruptedException {
        FileUtils.touch(file());
        if (!file().setLastModified(timestamp)) {
            throw new IOException("Failed to set the timestamp of " + remote + " to " + timestamp);
        }
    }

    public long getFreeDiskSpace() throws IOException, InterruptedException {
        return file().getUsableSpace();
    }

    /** The Unix permission bits, or -1 where there are none. */
    public int mode() throws IOException, InterruptedException {
        if (!path().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return -1;
        }
        Set<PosixFilePermission> set = Files.getPosixFilePermissions(path());
        int mode = 0;
        for (PosixFilePermission each : set) {
            mode |= 0400 >> each.ordinal();
        }
        return mode;
    }

    public void chmod(int mask) throws IOException, InterruptedException {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission each : PosixFilePermission.values()) {
            if ((mask & 0400 >> each.ordinal()) != 0) {
                set.add(each);
            }
        }
        if (path().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path(), set);
        }
    }

    // Lists

    public List<FilePath> list() throws IOException, InterruptedException {
        return list((FileFilter) null);
    }

    public List<FilePath> list(FileFilter filter) throws IOException, InterruptedException {
        File[] files = file().listFiles(filter);
        List<FilePath> found = new ArrayList<>();
        if (files != null) {
            Arrays.stream(files).sorted().map(FilePath::new).forEach(found::add);
        }
        return found;
    }

    public List<FilePath> listDirectories() throws IOException, InterruptedException {
        return list(File::isDirectory);
    }

    /** The files below that match Ant patterns separated by commas, without Ant's default excludes. */
    public FilePath[] list(String includes) throws IOException, InterruptedException {
        return list(includes, null);
    }

    public FilePath[] list(String includes, String excludes) throws IOException, InterruptedException {
        return list(includes, excludes, true);
    }

    public FilePath[] list(String includes, String excludes, boolean defaultExcludes)
            throws IOException, InterruptedException {
        return AntPatterns.of(includes, excludes, defaultExcludes).find(path()).stream()
                .map(this::child)
                .toArray(FilePath[]::new);
    }

    // Content

    public InputStream read() throws IOException, InterruptedException {
        return Files.newInputStream(path());
    }

    public String readToString() throws IOException, InterruptedException {
        return new String(Files.readAllBytes(path()), StandardCharsets.UTF_8);
    }

    public OutputStream write() throws IOException, InterruptedException {
        mkParents();
        return Files.newOutputStream(path());
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        mkParents();
        Files.writeString(path(), content, encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
    }

    private void mkParents() throws IOException {
        Path parent = path().toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    // Changes

    public void mkdirs() throws IOException, InterruptedException {
        Files.createDirectories(path());
    }

    public boolean delete() throws IOException, InterruptedException {
        Files.deleteIfExists(path());
        return true;
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        Util.deleteRecursive(file());
    }

    public void deleteContents() throws IOException, InterruptedException {
        Util.deleteContentsRecursive(file());
    }

    public FilePath createTempFile(String prefix, String suffix) throws IOException, InterruptedException {
        return new FilePath(Files.createTempFile(path(), prefix, suffix).toFile());
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents)
            throws IOException, InterruptedException {
        FilePath made = createTempFile(prefix, suffix);
        made.write(contents, "UTF-8");
        return made;
    }

    public FilePath createTempDir(String prefix, String suffix) throws IOException, InterruptedException {
        String end = suffix == null || suffix.isBlank() ? "tmp" : suffix;
        Path made = Files.createTempDirectory(path(), prefix + "." + end);
        return new FilePath(made.toFile());
    }

    public void renameTo(FilePath target) throws IOException, InterruptedException {
        Files.move(path(), target.path());
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        mkParents();
        Files.copy(in, path(), StandardCopyOption.REPLACE_EXISTING);
    }

    public void copyFrom(FilePath source) throws IOException, InterruptedException {
        source.copyTo(this);
    }

    public void copyTo(FilePath target) throws IOException, InterruptedException {
        target.mkParents();
        Files.copy(path(), target.path(), StandardCopyOption.REPLACE_EXISTING);
    }

    public void copyTo(OutputStream out) throws IOException, InterruptedException {
        Files.copy(path(), out);
    }

    public int copyRecursiveTo(FilePath target) throws IOException, InterruptedException {
        return copyRecursiveTo("**/*", target);
    }

    public int copyRecursiveTo(String fileMask, FilePath target) throws IOException, InterruptedException {
        return copyRecursiveTo(fileMask, null, target);
    }

    public int copyRecursiveTo(String fileMask, String excludes, FilePath target)
            throws IOException, InterruptedException {
        List<String> names = AntPatterns.of(fileMask, excludes, true).find(path());
        for (String name : names) {
            child(name).copyTo(target.child(name));
        }
        return names.size();
    }

    // Archives

    /** Writes the files that match as tar, and says how many. */
    public int tar(OutputStream out, String glob) throws IOException, InterruptedException {
        List<String> names = AntPatterns.of(glob, null, true).find(path());
        Archives.tar(path(), names, out);
        return names.size();
    }

    public void untar(FilePath target, TarCompression compression) throws IOException, InterruptedException {
        try (InputStream in = read()) {
            target.untarFrom(in, compression);
        }
    }

    public void untarFrom(InputStream in, TarCompression compression) throws IOException, InterruptedException {
        Archives.untar(compression.extract(in), path());
    }

    public void zip(OutputStream out, String glob) throws IOException, InterruptedException {
        Archives.zip(path(), AntPatterns.of(glob, null, true).find(path()), out);
    }

    public void unzip(FilePath target) throws IOException, InterruptedException {
        try (InputStream in = read()) {
            Archives.unzip(in, target.path());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePath that && remote.equals(that.remote);
    }

    @Override
    public int hashCode() {
        return remote.hashCode();
    }

    @Override
    public String toString() {
        return remote;
    }

    /** Work on a file, done where the file is. */
    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }

    /** How a tar file is compressed. */
    public enum TarCompression {
        NONE {
            @Override
            public InputStream extract(InputStream in) {
                return in;
            }

            @Override
            public OutputStream compress(OutputStream out) {
                return out;
            }
        },
        GZIP {
            @Override
            public InputStream extract(InputStream in) throws IOException {
                return new GZIPInputStream(in);
            }

            @Override
            public OutputStream compress(OutputStream out) throws IOException {
                return new GZIPOutputStream(out);
            }
        };

        public abstract InputStream extract(InputStream in) throws IOException;

        public abstract OutputStream compress(OutputStream out) throws IOException;
    }
}
