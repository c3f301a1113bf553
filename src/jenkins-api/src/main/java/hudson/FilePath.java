package hudson;

import hudson.remoting.Callable;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.nio.file.OpenOption;
import java.util.List;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class FilePath implements SerializableOnlyOverRemoting {
    public static final LocalChannel localChannel = null;

    public FilePath(VirtualChannel virtualChannel, String text) {}

    public FilePath(File file) {}

    public FilePath(FilePath filePath, String text) {}

    public String getRemote() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void zip(OutputStream outputStream) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void zip(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void zip(OutputStream outputStream, FileFilter fileFilter) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void zip(OutputStream outputStream, String text) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void unzip(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void untar(FilePath filePath, FilePath.TarCompression tarCompression)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath absolutize() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void untarFrom(InputStream inputStream, FilePath.TarCompression tarCompression)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void copyFrom(URL url) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void copyFrom(InputStream inputStream) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void copyFrom(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> T act(FilePath.FileCallable<T> fileCallable) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        throw new UnsupportedOperationException("unwritten");
    }

    public URI toURI() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void mkdirs() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void deleteContents() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getBaseName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath sibling(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath withSuffix(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath child(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath getParent() {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath createTempFile(String text, String text2) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath createTextTempFile(String text, String text2, String text3)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath createTextTempFile(String text, String text2, String text3, boolean flag)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath createTempDir(String text, String text2) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean delete() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean exists() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public long lastModified() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void touch(long n) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public long length() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getFreeDiskSpace() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void chmod(int n) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int mode() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<FilePath> list() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<FilePath> list(FilePath filePath, OpenOption... openOption) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<FilePath> listDirectories() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<FilePath> list(FileFilter fileFilter) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath[] list(String text) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath[] list(String text, String text2) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath[] list(String text, String text2, boolean flag) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public InputStream read() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public InputStream read(FilePath filePath, OpenOption... openOption) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public InputStream readFromOffset(long n) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String readToString() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public OutputStream write() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void write(String text, String text2) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void renameTo(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void moveAllChildrenTo(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void copyTo(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void copyTo(OutputStream outputStream) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int copyRecursiveTo(FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int copyRecursiveTo(String text, FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int copyRecursiveTo(String text, String text2, FilePath filePath) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int tar(OutputStream outputStream, String text) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int tar(OutputStream outputStream, FileFilter fileFilter) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String validateAntFileMask(String text) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String validateAntFileMask(String text, int n) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String validateAntFileMask(String text, boolean flag) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String validateAntFileMask(String text, int n, boolean flag) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public VirtualChannel getChannel() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isRemote() {
        throw new UnsupportedOperationException("unwritten");
    }

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        public T invoke(File file, VirtualChannel virtualChannel) throws IOException, InterruptedException;
    }

    public enum TarCompression {
        NONE,
        GZIP;

        public InputStream extract(InputStream inputStream) throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public OutputStream compress(OutputStream outputStream) throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
