package io.jenkins.plugins.delivery.engine.rollout;

/** Knows who still rolls out. */
@FunctionalInterface
public interface LeaseHolders {
    /**
     * Whether a holder can no longer act: its build is over or gone. When in doubt it is not, and the next rollout waits.
     *
     * @param holder as {@link RolloutPlan#holder()} of the rollout that took the lease
     */
    boolean isOver(String holder);
}
