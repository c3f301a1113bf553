package hudson.util;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> extends PersistedList<T> {
    protected DescribableList() {}

    public DescribableList(Saveable saveable) {}

    public DescribableList(Saveable saveable, Collection<? extends T> collection) {}

    public void replace(T value) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public T getDynamic(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public T get(D value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean contains(D value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void remove(D value) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<D, T> toMap() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void rebuild(StaplerRequest2 staplerRequest2, JSONObject jsonObject, List<? extends Descriptor<T>> list)
            throws Descriptor.FormException, IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void rebuildHetero(
            StaplerRequest2 staplerRequest2,
            JSONObject jsonObject,
            Collection<? extends Descriptor<T>> collection,
            String text)
            throws Descriptor.FormException, IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public <U extends T> U get(Class<U> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public T[] toArray(T[] value) {
        throw new UnsupportedOperationException("unwritten");
    }
}
