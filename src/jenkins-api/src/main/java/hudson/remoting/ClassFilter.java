package hudson.remoting;

import java.util.regex.Pattern;

public abstract class ClassFilter {
    public static final String FILE_OVERRIDE_LOCATION_PROPERTY =
            "hudson.remoting.ClassFilter.DEFAULTS_OVERRIDE_LOCATION";
    public static final ClassFilter DEFAULT = null;
    public static final ClassFilter STANDARD = null;
    public static final ClassFilter NONE = null;

    public ClassFilter() {}

    public boolean isBlacklisted(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isBlacklisted(Class<?> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String check(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Class<?> check(Class<?> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void setDefault(ClassFilter classFilter) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void appendDefaultFilter(Pattern pattern) {
        throw new UnsupportedOperationException("unwritten");
    }
}
