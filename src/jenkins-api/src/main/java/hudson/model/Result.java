package hudson.model;

import com.thoughtworks.xstream.converters.SingleValueConverter;
import com.thoughtworks.xstream.converters.basic.AbstractSingleValueConverter;
import java.io.Serializable;
import java.util.List;
import org.kohsuke.stapler.export.CustomExportedBean;

/** How a build ended, from the best to the worst. */
public final class Result implements Serializable, CustomExportedBean {
    public static final Result SUCCESS = new Result("SUCCESS", 0, true);
    public static final Result UNSTABLE = new Result("UNSTABLE", 1, true);
    public static final Result FAILURE = new Result("FAILURE", 2, true);
    public static final Result NOT_BUILT = new Result("NOT_BUILT", 3, false);
    public static final Result ABORTED = new Result("ABORTED", 4, false);

    /** Writes a result as its name. */
    public static final SingleValueConverter conv = new AbstractSingleValueConverter() {
        @Override
        @SuppressWarnings("rawtypes")
        public boolean canConvert(Class type) {
            return type == Result.class;
        }

        @Override
        public Object fromString(String name) {
            return Result.fromString(name);
        }
    };

    private static final long serialVersionUID = 1;
    private static final List<Result> ALL = List.of(SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED);

    public final int ordinal;
    public final boolean completeBuild;
    private final String name;

    private Result(String name, int ordinal, boolean completeBuild) {
        this.name = name;
        this.ordinal = ordinal;
        this.completeBuild = completeBuild;
    }

    /** The worse of both. */
    public Result combine(Result that) {
        return ordinal < that.ordinal ? that : this;
    }

    public static Result combine(Result r1, Result r2) {
        if (r1 == null) {
            return r2;
        }
        return r2 == null ? r1 : r1.combine(r2);
    }

    public boolean isWorseThan(Result that) {
        return ordinal > that.ordinal;
    }

    public boolean isWorseOrEqualTo(Result that) {
        return ordinal >= that.ordinal;
    }

    public boolean isBetterThan(Result that) {
        return ordinal < that.ordinal;
    }

    public boolean isBetterOrEqualTo(Result that) {
        return ordinal <= that.ordinal;
    }

    public boolean isCompleteBuild() {
        return completeBuild;
    }

    /** Without regard to case; {@link #FAILURE} for any other text. */
    public static Result fromString(String text) {
        return ALL.stream()
                .filter(each -> each.name.equalsIgnoreCase(text))
                .findFirst()
                .orElse(FAILURE);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public String toExportedObject() {
        return name;
    }

    private Object readResolve() {
        return fromString(name);
    }
}
