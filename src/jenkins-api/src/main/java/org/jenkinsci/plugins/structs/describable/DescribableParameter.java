package org.jenkinsci.plugins.structs.describable;

import java.io.IOException;
import java.lang.reflect.Type;

public final class DescribableParameter {
    public ParameterType getType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Type getRawType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Class getErasedType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getCapitalizedName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isRequired() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isDeprecated() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getHelp() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
