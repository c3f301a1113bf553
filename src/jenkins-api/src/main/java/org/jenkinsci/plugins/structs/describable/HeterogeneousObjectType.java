package org.jenkinsci.plugins.structs.describable;

import java.util.Collections;
import java.util.Map;

/** A nested object of one of several classes. */
public final class HeterogeneousObjectType extends ParameterType {
    private final Map<String, DescribableModel<?>> types;

    HeterogeneousObjectType(Class<?> supertype, Map<String, DescribableModel<?>> types) {
        super(supertype);
        this.types = Collections.unmodifiableMap(types);
    }

    public Class<?> getType() {
        return (Class<?>) getActualType();
    }

    /** By simple name, or by full name where that is not unique. */
    public Map<String, DescribableModel<?>> getTypes() {
        return types;
    }

    @Override
    String describe() {
        return getType().getSimpleName() + types.keySet();
    }
}
