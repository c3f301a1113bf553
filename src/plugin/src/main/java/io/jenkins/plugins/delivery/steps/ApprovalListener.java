package io.jenkins.plugins.delivery.steps;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears of approvals. What a listener throws is logged and changes nothing. */
public abstract class ApprovalListener implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(ApprovalListener.class.getName());

    /** People are being asked. */
    public void opened(ApprovalAction action) {}

    /** Somebody voted, or it was decided. */
    public void changed(ApprovalAction action) {}

    static void fireOpened(ApprovalAction action) {
        for (ApprovalListener listener : ExtensionList.lookup(ApprovalListener.class)) {
            try {
                listener.opened(action);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> listener + " failed");
            }
        }
    }

    static void fireChanged(ApprovalAction action) {
        for (ApprovalListener listener : ExtensionList.lookup(ApprovalListener.class)) {
            try {
                listener.changed(action);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> listener + " failed");
            }
        }
    }
}
