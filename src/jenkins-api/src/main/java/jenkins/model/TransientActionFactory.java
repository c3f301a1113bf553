package jenkins.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Adds actions to objects of a type whenever they are asked for. */
public abstract class TransientActionFactory<T> implements ExtensionPoint {
    public TransientActionFactory() {}

    public abstract Class<T> type();

    /** What kind of actions it makes; the narrower, the fewer calls. */
    public Class<? extends Action> actionType() {
        return Action.class;
    }

    public abstract Collection<? extends Action> createFor(T target);

    public static Iterable<? extends TransientActionFactory<?>> factoriesFor(
            Class<?> type, Class<? extends Action> actionType) {
        if (Jenkins.getInstanceOrNull() == null) {
            return List.of();
        }
        List<TransientActionFactory<?>> found = new ArrayList<>();
        for (TransientActionFactory<?> each : ExtensionList.lookup(TransientActionFactory.class)) {
            if (each.type().isAssignableFrom(type)
                    && (actionType.isAssignableFrom(each.actionType())
                            || each.actionType().isAssignableFrom(actionType))) {
                found.add(each);
            }
        }
        return found;
    }
}
