package org.jenkinsci.plugins.structs.describable;

import java.lang.reflect.Type;

public abstract class ParameterType {
    public Type getActualType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
