package io.jenkins.plugins.delivery.steps;

import jenkins.model.Jenkins;

/**
 * The end of this life of Jenkins. Agents are disconnected and plugins closed then, one after the other, so that
 * anything may go wrong in a step that is not the step's failure: it takes its turn again when Jenkins is back.
 */
public final class Shutdown {
    private Shutdown() {}

    /** Whether Jenkins ends, or has ended in this process. A shutdown that is only prepared can be cancelled, and does not count. */
    public static boolean isUnderWay() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins == null || jenkins.isTerminating();
    }
}
