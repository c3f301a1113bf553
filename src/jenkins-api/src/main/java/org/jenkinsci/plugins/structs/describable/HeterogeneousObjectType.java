package org.jenkinsci.plugins.structs.describable;

import java.util.Map;

public final class HeterogeneousObjectType extends ParameterType {
    public Class<?> getType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, DescribableModel<?>> getTypes() {
        throw new UnsupportedOperationException("unwritten");
    }
}
