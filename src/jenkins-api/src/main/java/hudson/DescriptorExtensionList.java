package hudson;

import hudson.model.Describable;
import hudson.model.Descriptor;
import jenkins.model.Jenkins;

public class DescriptorExtensionList<T extends Describable<T>, D extends Descriptor<T>> extends ExtensionList<D> {
    public static <T extends Describable<T>, D extends Descriptor<T>>
            DescriptorExtensionList<T, D> createDescriptorList(Jenkins jenkins, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected DescriptorExtensionList(Jenkins jenkins, Class<T> type) {}

    public D find(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public D find(Class<? extends T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public D findByName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }
}
