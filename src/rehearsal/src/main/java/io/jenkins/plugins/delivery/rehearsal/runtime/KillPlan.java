package io.jenkins.plugins.delivery.rehearsal.runtime;

/**
 * When the rehearsed controller dies. After each saved state of the program, the <em>boundary</em>, counted from 1 over all
 * restarts, the plan is asked; "killed" means that everything in memory is dropped and read again from disk.
 */
@FunctionalInterface
public interface KillPlan {
    boolean killAt(int boundary);

    /** The controller lives. */
    static KillPlan none() {
        return boundary -> false;
    }

    /** Killed once. */
    static KillPlan at(int killed) {
        return boundary -> boundary == killed;
    }

    /** Killed at every boundary. */
    static KillPlan everywhere() {
        return boundary -> true;
    }
}
