package hudson.util;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Path;

public class AtomicFileWriter extends Writer {
    public AtomicFileWriter(File file) throws IOException {}

    public AtomicFileWriter(File file, String text) throws IOException {}

    public AtomicFileWriter(Path path, Charset charset) throws IOException {}

    public AtomicFileWriter(Path path, Charset charset, boolean flag, boolean flag2) throws IOException {}

    public void write(int n) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void write(String text, int n, int n2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void write(char[] value, int n, int n2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void flush() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void close() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void abort() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void commit() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getTemporaryFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Path getTemporaryPath() {
        throw new UnsupportedOperationException("unwritten");
    }
}
