package org.jenkinsci.plugins.structs.describable;

public final class HomogeneousObjectType extends ParameterType {
    public Class<?> getType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public DescribableModel<?> getSchemaType() {
        throw new UnsupportedOperationException("unwritten");
    }
}
