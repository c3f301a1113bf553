package hudson;

import hudson.model.Describable;

public class ExtensionComponent<T> implements Comparable<ExtensionComponent<T>> {
    public ExtensionComponent(T value, double value2) {}

    public ExtensionComponent(T value, Extension extension) {}

    public ExtensionComponent(T value) {}

    public double ordinal() {
        throw new UnsupportedOperationException("unwritten");
    }

    public T getInstance() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isDescriptorOf(Class<? extends Describable> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int compareTo(ExtensionComponent<T> extensionComponent) {
        throw new UnsupportedOperationException("unwritten");
    }
}
