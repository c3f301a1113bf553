package jenkins.model.details;

import hudson.ExtensionPoint;
import hudson.model.Actionable;
import java.util.List;

public abstract class DetailFactory<T extends Actionable> implements ExtensionPoint {
    public DetailFactory() {}

    public abstract Class<T> type();

    public abstract List<? extends Detail> createFor(T value);

    public static <T extends Actionable> List<DetailFactory<T>> factoriesFor(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }
}
