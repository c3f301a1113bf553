package io.jenkins.plugins.delivery.steps.approval;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears of approvals. What a listener throws is logged and changes nothing. */
public abstract class ApprovalListener implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(ApprovalListener.class.getName());

    /** People are being asked. */
    public void opened(ApprovalAction action) {}

    /** Somebody voted, or it was decided. */
    public void changed(ApprovalAction action) {}

    /** Nobody has decided for so long that people are asked again. */
    public void reminded(ApprovalAction action) {}

    /** Its step no longer waits: it was decided, took effect, or the build was stopped. */
    public void ended(ApprovalAction action) {}

    static void fireOpened(ApprovalAction action) {
        tell(listener -> listener.opened(action));
    }

    static void fireChanged(ApprovalAction action) {
        tell(listener -> listener.changed(action));
    }

    static void fireReminded(ApprovalAction action) {
        tell(listener -> listener.reminded(action));
    }

    static void fireEnded(ApprovalAction action) {
        tell(listener -> listener.ended(action));
    }

    private static void tell(Consumer<ApprovalListener> news) {
        for (ApprovalListener listener : ExtensionList.lookup(ApprovalListener.class)) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> listener + " failed");
            }
        }
    }
}
