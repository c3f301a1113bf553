package io.jenkins.plugins.delivery.steps.scan;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears of every scan whose report is on its build. */
public abstract class ScanListener implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(ScanListener.class.getName());

    /** Called on a background thread, before the step ends. */
    public abstract void published(Run<?, ?> run, ScanAction scan, TaskListener listener);

    /** What goes wrong in a listener costs neither the scan nor another listener. */
    static void tellAll(Run<?, ?> run, ScanAction scan, TaskListener listener) {
        for (ScanListener one : ExtensionList.lookup(ScanListener.class)) {
            try {
                one.published(run, scan, listener);
            } catch (LinkageError e) {
                LOGGER.log(Level.FINE, "A plugin that " + one.getClass() + " needs is not installed", e);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "A listener could not be told of a scan of " + run, e);
                listener.getLogger().println("securityScan: " + one.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
