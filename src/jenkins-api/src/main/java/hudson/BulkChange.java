package hudson;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;

public class BulkChange implements Closeable {
    public final Exception allocator = null;
    public static final Saveable ALL = null;

    public BulkChange(Saveable saveable) {}

    public void commit() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void close() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void abort() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static BulkChange current() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean contains(Saveable saveable) {
        throw new UnsupportedOperationException("unwritten");
    }
}
