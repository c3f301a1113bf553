package hudson.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hands its content on line by line. */
public abstract class LineTransformationOutputStream extends OutputStream {
    private static final int LF = '\n';
    private ByteArrayOutputStream line = new ByteArrayOutputStream();

    public LineTransformationOutputStream() {}

    /** A line with its end; the last one may have none. */
    protected abstract void eol(byte[] b, int len) throws IOException;

    @Override
    public void write(int b) throws IOException {
        line.write(b);
        if (b == LF) {
            forceEol();
        }
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        int start = off;
        for (int i = off; i < off + len; i++) {
            if (b[i] == LF) {
                line.write(b, start, i + 1 - start);
                forceEol();
                start = i + 1;
            }
        }
        line.write(b, start, off + len - start);
    }

    /** Hands on what has no end of line yet. */
    public void forceEol() throws IOException {
        if (line.size() > 0) {
            byte[] bytes = line.toByteArray();
            line = new ByteArrayOutputStream();
            eol(bytes, bytes.length);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        forceEol();
    }

    protected String trimEOL(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\r' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Writes the changed lines to another stream. */
    public abstract static class Delegating extends LineTransformationOutputStream {
        protected final OutputStream out;

        protected Delegating(OutputStream out) {
            this.out = out;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            super.close();
            out.close();
        }
    }
}
