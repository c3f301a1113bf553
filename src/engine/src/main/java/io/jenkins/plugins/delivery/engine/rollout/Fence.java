package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Stands before every write of a tick: the lease has to be ours once everything was read that the write is based on. As
 * each write is bound to the version that was read, a rollout that slept in between overwrites nothing of another that took
 * the lease meanwhile, wherever it slept.
 */
final class Fence {
    /** Before the lease is taken, and when it is given back, nothing of the application is written. */
    private static final Set<Phase> OUTSIDE = EnumSet.of(Phase.LOCK, Phase.PLAN, Phase.UNLOCK);

    private final RolloutLease lease;
    private final Phase phase;
    private boolean unreadable;

    Fence(RolloutPlan plan, RolloutState state, Cluster cluster) {
        lease = new RolloutLease(cluster, plan);
        phase = state.phase();
    }

    /**
     * To be asked after the last read and before a write.
     *
     * @throws Outvoted when somebody else has the lease
     */
    void check() {
        if (!OUTSIDE.contains(phase) && !unreadable && isElsewhere()) {
            throw new Outvoted();
        }
    }

    /** Going back does not wait for a lease that cannot be read, and asks for it once. */
    private boolean isElsewhere() {
        try {
            return lease.elsewhere().isPresent();
        } catch (ClusterException e) {
            unreadable = phase == Phase.RESTORE;
            if (unreadable) {
                return false;
            }
            throw e;
        }
    }

    /** Somebody else has the lease: nothing may be written any more, and the next look says what follows. */
    static final class Outvoted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outvoted() {
            super("somebody else took the lease meanwhile", null, false, false);
        }
    }
}
