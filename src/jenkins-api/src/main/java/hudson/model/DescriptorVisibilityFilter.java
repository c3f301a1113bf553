package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.List;

public abstract class DescriptorVisibilityFilter implements ExtensionPoint {
    public DescriptorVisibilityFilter() {}

    public boolean filterType(Class<?> type, Descriptor descriptor) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean filter(Object value, Descriptor descriptor);

    public static ExtensionList<DescriptorVisibilityFilter> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Descriptor> List<T> apply(Object value, Iterable<T> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T extends Descriptor> List<T> applyType(Class<?> type, Iterable<T> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }
}
