package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Context objects that the blocks around a place in the program provide, inner ones first. */
final class ContextSet implements Serializable {
    private static final long serialVersionUID = 1;

    @CheckForNull
    private final ContextSet outer;

    private final ArrayList<Object> values;

    private ContextSet(ContextSet outer, ArrayList<Object> values) {
        this.outer = outer;
        this.values = values;
    }

    static ContextSet within(@CheckForNull ContextSet outer, Collection<?> values) {
        return values.isEmpty() && outer != null ? outer : new ContextSet(outer, new ArrayList<>(values));
    }

    @CheckForNull
    <T> T get(Class<T> type) {
        for (ContextSet set = this; set != null; set = set.outer) {
            for (Object value : set.values) {
                if (type.isInstance(value)) {
                    return type.cast(value);
                }
            }
        }
        return null;
    }

    /** All of a type, outermost first. */
    <T> List<T> all(Class<T> type) {
        List<T> found = outer == null ? new ArrayList<>() : outer.all(type);
        for (Object value : values) {
            if (type.isInstance(value)) {
                found.add(type.cast(value));
            }
        }
        return found;
    }
}
