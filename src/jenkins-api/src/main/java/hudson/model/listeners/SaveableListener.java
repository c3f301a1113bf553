package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.model.Saveable;

public abstract class SaveableListener implements ExtensionPoint {
    public SaveableListener() {}

    public void onChange(Saveable saveable, XmlFile xmlFile) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onDeleted(Saveable saveable, XmlFile xmlFile) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void register() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void unregister() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireOnChange(Saveable saveable, XmlFile xmlFile) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void fireOnDeleted(Saveable saveable, XmlFile xmlFile) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<SaveableListener> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
