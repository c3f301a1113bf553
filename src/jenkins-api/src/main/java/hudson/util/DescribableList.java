package hudson.util;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A persisted list of describables. */
public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> extends PersistedList<T> {
    protected DescribableList() {}

    public DescribableList(Saveable owner) {
        super(owner);
    }

    public DescribableList(Saveable owner, Collection<? extends T> initialList) {
        super(initialList);
        setOwner(owner);
    }

    /** Takes the place of others of the same class. */
    public void replace(T item) throws IOException {
        data.replaceBy(data.getView().stream()
                .filter(each -> each.getClass() != item.getClass())
                .toList());
        data.add(item);
        onModified();
    }

    public T get(D descriptor) {
        for (T each : data) {
            if (each.getDescriptor() == descriptor) {
                return each;
            }
        }
        return null;
    }

    public boolean contains(D descriptor) {
        return get(descriptor) != null;
    }

    @SuppressWarnings("unchecked")
    public Map<D, T> toMap() {
        Map<D, T> map = new LinkedHashMap<>();
        data.forEach(each -> map.put((D) each.getDescriptor(), each));
        return map;
    }
}
