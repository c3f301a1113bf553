package hudson.console;

import java.io.IOException;
import java.io.OutputStream;

public abstract class LineTransformationOutputStream extends OutputStream {
    public LineTransformationOutputStream() {}

    protected abstract void eol(byte[] value, int n) throws IOException;

    public void write(int n) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void write(byte[] value, int n, int n2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void close() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void forceEol() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected String trimEOL(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract static class Delegating extends LineTransformationOutputStream {
        protected final OutputStream out = null;

        protected Delegating(OutputStream outputStream) {}

        public void flush() throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }

        public void close() throws IOException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
