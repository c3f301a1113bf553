package org.jenkinsci.plugins.structs.describable;

import com.google.common.primitives.Primitives;

/** Text, a number or a boolean. */
public final class AtomicType extends ParameterType {
    AtomicType(Class<?> type) {
        super(type);
    }

    public Class<?> getType() {
        return (Class<?>) getActualType();
    }

    @Override
    String describe() {
        return Primitives.unwrap(getType()).getSimpleName();
    }
}
