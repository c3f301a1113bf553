package io.jenkins.plugins.delivery.steps.rollout;

import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.rollout.LeaseHolders;
import jenkins.model.Jenkins;

/** Knows whether the build that holds a lease is over. */
final class BuildLeaseHolders implements LeaseHolders {
    /** How a build is named as a holder. */
    static String holder(Run<?, ?> run) {
        return run.getExternalizableId();
    }

    @Override
    public boolean isOver(String holder) {
        int hash = holder.lastIndexOf('#');
        if (hash <= 0 || Jenkins.get().getItemByFullName(holder.substring(0, hash)) == null) {
            return false; // perhaps a job of another controller: who cannot be seen cannot be over
        }
        try {
            Run<?, ?> run = Run.fromExternalizableId(holder);
            return run == null || !run.isBuilding();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
