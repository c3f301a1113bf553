package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Failure;
import hudson.model.Item;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears what happens to items. */
public class ItemListener implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(ItemListener.class.getName());

    public ItemListener() {}

    public void onCreated(Item item) {}

    public void onLoaded() {}

    public void onCheckDelete(Item item) throws Failure, InterruptedException {}

    public void onDeleted(Item item) {}

    public void onRenamed(Item item, String oldName, String newName) {}

    public void onLocationChanged(Item item, String oldFullName, String newFullName) {}

    public void onUpdated(Item item) {}

    public void register() {
        all().add(this);
    }

    public static ExtensionList<ItemListener> all() {
        return ExtensionList.lookup(ItemListener.class);
    }

    public static void fireOnCreated(Item item) {
        notifyAll(each -> each.onCreated(item));
    }

    public static void fireOnUpdated(Item item) {
        notifyAll(each -> each.onUpdated(item));
    }

    public static void fireOnDeleted(Item item) {
        notifyAll(each -> each.onDeleted(item));
    }

    public static void checkBeforeDelete(Item item) throws Failure, InterruptedException {
        for (ItemListener each : all()) {
            each.onCheckDelete(item);
        }
    }

    private static void notifyAll(Consumer<ItemListener> event) {
        for (ItemListener each : all()) {
            try {
                event.accept(each);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> each.getClass().getName() + " failed");
            }
        }
    }
}
