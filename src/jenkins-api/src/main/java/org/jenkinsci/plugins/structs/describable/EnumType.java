package org.jenkinsci.plugins.structs.describable;

import java.util.Arrays;

/** One of several names. */
public final class EnumType extends ParameterType {
    private final String[] values;

    EnumType(Class<?> type, String... values) {
        super(type);
        this.values = values.clone();
    }

    public Class<?> getType() {
        return (Class<?>) getActualType();
    }

    public String[] getValues() {
        return values.clone();
    }

    @Override
    String describe() {
        return getType().getSimpleName() + Arrays.toString(values);
    }
}
