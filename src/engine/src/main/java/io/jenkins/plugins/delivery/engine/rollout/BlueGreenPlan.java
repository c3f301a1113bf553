package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * How a blue-green release takes over.
 *
 * @param switchBy what is switched: {@code service} (its selector), {@code ingress} or {@code http-route}
 * @param route name of the Ingress or HTTPRoute; null for the application's
 */
public record BlueGreenPlan(String switchBy, @CheckForNull String route) {
    /** By the selector of the application's Service. */
    public static final BlueGreenPlan SERVICE = new BlueGreenPlan("service", null);

    public BlueGreenPlan {
        switchBy = switchBy == null ? "service" : switchBy;
    }
}
