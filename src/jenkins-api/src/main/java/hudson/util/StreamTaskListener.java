package hudson.util;

import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;

public class StreamTaskListener implements TaskListener, Closeable {
    public StreamTaskListener(PrintStream printStream) {}

    public StreamTaskListener(OutputStream outputStream) {}

    public StreamTaskListener(OutputStream outputStream, Charset charset) {}

    public StreamTaskListener(File file) throws IOException {}

    public StreamTaskListener(File file, Charset charset) throws IOException {}

    public StreamTaskListener(File file, boolean flag, Charset charset) throws IOException {}

    public StreamTaskListener(Writer writer) throws IOException {}

    public StreamTaskListener() throws IOException {}

    public static StreamTaskListener fromStdout() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static StreamTaskListener fromStderr() {
        throw new UnsupportedOperationException("unwritten");
    }

    public PrintStream getLogger() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Charset getCharset() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void close() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void closeQuietly() {
        throw new UnsupportedOperationException("unwritten");
    }
}
