package jenkins.model.details;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Actionable;
import java.util.ArrayList;
import java.util.List;

/** Adds details to pages of a type. */
public abstract class DetailFactory<T extends Actionable> implements ExtensionPoint {
    public DetailFactory() {}

    public abstract Class<T> type();

    public abstract List<? extends Detail> createFor(T target);

    @SuppressWarnings("unchecked")
    public static <T extends Actionable> List<DetailFactory<T>> factoriesFor(Class<T> type) {
        List<DetailFactory<T>> found = new ArrayList<>();
        for (DetailFactory<?> each : ExtensionList.lookup(DetailFactory.class)) {
            if (each.type().isAssignableFrom(type)) {
                found.add((DetailFactory<T>) each);
            }
        }
        return found;
    }
}
