package org.jenkinsci.plugins.structs.describable;

import java.lang.reflect.Type;

/** A list. */
public final class ArrayType extends ParameterType {
    private final ParameterType elementType;

    ArrayType(Type actualType, ParameterType elementType) {
        super(actualType);
        this.elementType = elementType;
    }

    public ParameterType getElementType() {
        return elementType;
    }

    @Override
    String describe() {
        return elementType + "[]";
    }
}
