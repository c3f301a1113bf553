package hudson;

import java.util.Objects;

/** An extension together with its ordinal; sorts highest ordinal first. */
public class ExtensionComponent<T> implements Comparable<ExtensionComponent<T>> {
    private final T instance;
    private final double ordinal;

    public ExtensionComponent(T instance, double ordinal) {
        this.instance = Objects.requireNonNull(instance, "instance");
        this.ordinal = ordinal;
    }

    public ExtensionComponent(T instance, Extension annotation) {
        this(instance, annotation.ordinal());
    }

    public ExtensionComponent(T instance) {
        this(instance, 0);
    }

    public double ordinal() {
        return ordinal;
    }

    public T getInstance() {
        return instance;
    }

    @Override
    public int compareTo(ExtensionComponent<T> that) {
        int byOrdinal = Double.compare(that.ordinal, ordinal);
        return byOrdinal != 0
                ? byOrdinal
                : instance.getClass()
                        .getName()
                        .compareTo(that.instance.getClass().getName());
    }
}
