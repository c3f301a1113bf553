package hudson.model;

import com.thoughtworks.xstream.converters.SingleValueConverter;
import java.io.Serializable;
import org.kohsuke.stapler.export.CustomExportedBean;

public final class Result implements Serializable, CustomExportedBean {
    public static final Result SUCCESS = null;
    public static final Result UNSTABLE = null;
    public static final Result FAILURE = null;
    public static final Result NOT_BUILT = null;
    public static final Result ABORTED = null;
    public final int ordinal = 0;
    public final boolean completeBuild = false;
    public static final SingleValueConverter conv = null;

    public Result combine(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Result combine(Result result, Result result2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isWorseThan(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isWorseOrEqualTo(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isBetterThan(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isBetterOrEqualTo(Result result) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isCompleteBuild() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toExportedObject() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Result fromString(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void init() {
        throw new UnsupportedOperationException("unwritten");
    }
}
