package hudson;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;

/** Holds back the saving of an object until {@link #commit}, for the current thread. */
public class BulkChange implements Closeable {
    private static final ThreadLocal<BulkChange> CURRENT = new ThreadLocal<>();

    private final Saveable saveable;
    private final BulkChange parent;
    private boolean completed;

    public BulkChange(Saveable saveable) {
        this.saveable = saveable;
        parent = CURRENT.get();
        CURRENT.set(this);
    }

    public void commit() throws IOException {
        if (!completed) {
            close();
            saveable.save();
        }
    }

    @Override
    public void close() {
        if (!completed) {
            completed = true;
            if (parent == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(parent);
            }
        }
    }

    public void abort() {
        close();
    }

    public static BulkChange current() {
        return CURRENT.get();
    }

    public static boolean contains(Saveable saveable) {
        for (BulkChange each = CURRENT.get(); each != null; each = each.parent) {
            if (each.saveable == saveable) {
                return true;
            }
        }
        return false;
    }
}
