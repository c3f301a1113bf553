package org.jenkinsci.plugins.structs.describable;

public final class EnumType extends ParameterType {
    public Class<?> getType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String[] getValues() {
        throw new UnsupportedOperationException("unwritten");
    }
}
