package hudson.model;

import hudson.ExtensionPoint;
import jenkins.management.Badge;

/** A page at the root of the controller. */
public interface RootAction extends Action, ExtensionPoint {
    default Badge getBadge() {
        return null;
    }
}
