package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * Who restores the stable version when Jenkins stays away.
 *
 * @param after how long nobody may renew the lease; null for no guardian
 * @param image container image of the guardian; empty without one
 * @param serviceAccount what the guardian may do in the namespace: the name of its ServiceAccount
 */
public record Guard(@CheckForNull Duration after, String image, String serviceAccount) {
    /** The ServiceAccount that the manifests for administrators create. */
    public static final String SERVICE_ACCOUNT = "progressive-delivery-guardian";

    /** Nobody. */
    public static final Guard NONE = new Guard(null, "", "");

    public Guard {
        image = image == null ? "" : image;
        serviceAccount = serviceAccount == null || serviceAccount.isEmpty() ? SERVICE_ACCOUNT : serviceAccount;
    }

    /** Whether there is one. */
    public boolean watches() {
        return after != null;
    }
}
