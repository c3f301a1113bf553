package hudson.model;

public interface Describable<T extends Describable<T>> {
    public default Descriptor<T> getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }
}
