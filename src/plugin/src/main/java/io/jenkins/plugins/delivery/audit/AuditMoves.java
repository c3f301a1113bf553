package io.jenkins.plugins.delivery.audit;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A job that is renamed or moved takes its audit log along. */
@Extension
public final class AuditMoves extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(AuditMoves.class.getName());

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        try {
            AuditLogs.get().moved(oldFullName, newFullName);
        } catch (IOException e) {
            LOGGER.log(
                    Level.SEVERE, e, () -> "The audit log of " + oldFullName + " did not move along to " + newFullName);
        }
    }
}
