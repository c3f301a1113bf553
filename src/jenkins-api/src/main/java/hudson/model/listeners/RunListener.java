package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.jenkinsapi.TypeArguments;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears what happens to runs of a type. */
@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class RunListener<R extends Run> implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(RunListener.class.getName());

    public final Class<R> targetType;

    protected RunListener(Class<R> targetType) {
        this.targetType = targetType;
    }

    protected RunListener() {
        targetType =
                (Class<R>) TypeArguments.of(getClass(), RunListener.class, 0).orElse(Run.class);
    }

    public void onInitialize(R run) {}

    public void onStarted(R run, TaskListener listener) {}

    public void onCompleted(R run, TaskListener listener) {}

    public void onFinalized(R run) {}

    public void onDeleted(R run) {}

    public void register() {
        all().add(this);
    }

    public void unregister() {
        all().remove(this);
    }

    public static void fireInitialize(Run run) {
        notifyAll(run, each -> each.onInitialize(run));
    }

    public static void fireStarted(Run run, TaskListener listener) {
        notifyAll(run, each -> each.onStarted(run, listener));
    }

    public static void fireCompleted(Run run, TaskListener listener) {
        notifyAll(run, each -> each.onCompleted(run, listener));
    }

    public static void fireFinalized(Run run) {
        notifyAll(run, each -> each.onFinalized(run));
    }

    public static void fireDeleted(Run run) {
        notifyAll(run, each -> each.onDeleted(run));
    }

    public static ExtensionList<RunListener> all() {
        return ExtensionList.lookup(RunListener.class);
    }

    private static void notifyAll(Run run, Consumer<RunListener> event) {
        for (RunListener each : all()) {
            if (each.targetType.isInstance(run)) {
                try {
                    event.accept(each);
                } catch (RuntimeException e) {
                    LOGGER.log(Level.WARNING, e, () -> each.getClass().getName() + " failed for " + run);
                }
            }
        }
    }
}
