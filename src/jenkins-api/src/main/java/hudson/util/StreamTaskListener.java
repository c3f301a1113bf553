package hudson.util;

import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A listener that writes to a stream. */
public class StreamTaskListener implements TaskListener, Closeable {
    private static final long serialVersionUID = 1;
    private final transient PrintStream out;
    private final String charset;

    public StreamTaskListener(OutputStream out, Charset charset) {
        this.charset = charset == null ? StandardCharsets.UTF_8.name() : charset.name();
        this.out = new PrintStream(out, true, Charset.forName(this.charset));
    }

    public StreamTaskListener(File out, Charset charset) throws IOException {
        this(out, false, charset);
    }

    public StreamTaskListener(File out, boolean append, Charset charset) throws IOException {
        this(new FileOutputStream(out, append), charset);
    }

    public static StreamTaskListener fromStdout() {
        return new StreamTaskListener(System.out, Charset.defaultCharset());
    }

    public static StreamTaskListener fromStderr() {
        return new StreamTaskListener(System.err, Charset.defaultCharset());
    }

    @Override
    public PrintStream getLogger() {
        return out;
    }

    @Override
    public Charset getCharset() {
        return Charset.forName(charset);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
