package org.jenkinsci.plugins.structs.describable;

public final class ErrorType extends ParameterType {
    public Exception getError() {
        throw new UnsupportedOperationException("unwritten");
    }
}
