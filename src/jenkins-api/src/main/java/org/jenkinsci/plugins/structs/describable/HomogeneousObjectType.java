package org.jenkinsci.plugins.structs.describable;

/** A nested object of one class. */
public final class HomogeneousObjectType extends ParameterType {
    HomogeneousObjectType(Class<?> actualClass) {
        super(actualClass);
    }

    public Class<?> getType() {
        return (Class<?>) getActualType();
    }

    public DescribableModel<?> getSchemaType() {
        return DescribableModel.of(getType());
    }

    @Override
    String describe() {
        return getType().getSimpleName();
    }
}
