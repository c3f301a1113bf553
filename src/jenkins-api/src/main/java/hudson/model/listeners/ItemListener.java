package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Failure;
import hudson.model.Item;
import hudson.model.ItemGroup;

public class ItemListener implements ExtensionPoint {
    public ItemListener() {}

    public void onCreated(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onCheckCopy(Item item, ItemGroup itemGroup) throws Failure {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onCopied(Item item, Item item2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoaded() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onCheckDelete(Item item) throws Failure, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onDeleted(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onRenamed(Item item, String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLocationChanged(Item item, String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onUpdated(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onBeforeShutdown() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void register() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<ItemListener> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireOnCopied(Item item, Item item2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void checkBeforeCopy(Item item, ItemGroup itemGroup) throws Failure {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireOnCreated(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireOnUpdated(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void checkBeforeDelete(Item item) throws Failure, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireOnDeleted(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireLocationChange(Item item, String text) {
        throw new UnsupportedOperationException("unwritten");
    }
}
