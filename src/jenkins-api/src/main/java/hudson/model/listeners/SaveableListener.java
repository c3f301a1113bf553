package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.model.Saveable;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Hears when a saveable object has been written. */
public abstract class SaveableListener implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(SaveableListener.class.getName());

    public SaveableListener() {}

    public void onChange(Saveable object, XmlFile file) {}

    public void onDeleted(Saveable object, XmlFile file) {}

    public void register() {
        all().add(this);
    }

    public void unregister() {
        all().remove(this);
    }

    public static void fireOnChange(Saveable object, XmlFile file) {
        notifyAll(each -> each.onChange(object, file));
    }

    public static void fireOnDeleted(Saveable object, XmlFile file) {
        notifyAll(each -> each.onDeleted(object, file));
    }

    public static ExtensionList<SaveableListener> all() {
        return ExtensionList.lookup(SaveableListener.class);
    }

    private static void notifyAll(Consumer<SaveableListener> event) {
        if (Jenkins.getInstanceOrNull() == null) {
            return;
        }
        for (SaveableListener each : all()) {
            try {
                event.accept(each);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> each.getClass().getName() + " failed");
            }
        }
    }
}
