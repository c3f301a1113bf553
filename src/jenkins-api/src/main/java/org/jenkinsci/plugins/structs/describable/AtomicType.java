package org.jenkinsci.plugins.structs.describable;

public final class AtomicType extends ParameterType {
    public Class<?> getType() {
        throw new UnsupportedOperationException("unwritten");
    }
}
