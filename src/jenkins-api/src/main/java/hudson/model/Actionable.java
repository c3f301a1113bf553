package hudson.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import jenkins.model.TransientActionFactory;

/** Something that actions can be attached to. */
public abstract class Actionable implements ModelObject {
    private volatile CopyOnWriteArrayList<Action> actions;

    public Actionable() {}

    /** The actions that are saved with this object; live. */
    public List<Action> getActions() {
        synchronized (this) {
            if (actions == null) {
                actions = new CopyOnWriteArrayList<>();
            }
            return actions;
        }
    }

    /** Those saved and those that {@link TransientActionFactory factories} add. */
    public final List<? extends Action> getAllActions() {
        List<Action> all = new ArrayList<>(getActions());
        for (TransientActionFactory<?> each : TransientActionFactory.factoriesFor(getClass(), Action.class)) {
            all.addAll(createFor(each));
        }
        return List.copyOf(all);
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        List<T> found = new ArrayList<>();
        getActions().stream().filter(type::isInstance).map(type::cast).forEach(found::add);
        for (TransientActionFactory<?> each : TransientActionFactory.factoriesFor(getClass(), type)) {
            createFor(each).stream().filter(type::isInstance).map(type::cast).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private <T> Collection<? extends Action> createFor(TransientActionFactory<T> factory) {
        return factory.createFor(factory.type().cast(this));
    }

    public void addAction(Action action) {
        getActions().add(Objects.requireNonNull(action, "action"));
    }

    public void replaceAction(Action action) {
        addOrReplaceAction(action);
    }

    /** Takes the place of other actions of the same class; false when an equal one was there alone. */
    public boolean addOrReplaceAction(Action action) {
        return replaceActions(action.getClass(), action);
    }

    public boolean replaceActions(Class<? extends Action> type, Action action) {
        boolean known = getActions().contains(action);
        boolean removed = removeIf(each -> each.getClass() == type && !each.equals(action));
        if (!known) {
            addAction(action);
        }
        return removed || !known;
    }

    public boolean removeAction(Action action) {
        return action != null && getActions().remove(action);
    }

    public boolean removeActions(Class<? extends Action> type) {
        return removeIf(type::isInstance);
    }

    private boolean removeIf(Predicate<Action> unwanted) {
        return getActions().removeIf(unwanted);
    }

    public <T extends Action> T getAction(Class<T> type) {
        List<T> found = getActions(type);
        return found.isEmpty() ? null : found.get(0);
    }
}
