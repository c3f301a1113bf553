package hudson.model;

import hudson.ExtensionPoint;
import jenkins.management.Badge;

public interface RootAction extends Action, ExtensionPoint {
    public default Badge getBadge() {
        throw new UnsupportedOperationException("unwritten");
    }

    public default boolean isPrimaryAction() {
        throw new UnsupportedOperationException("unwritten");
    }
}
