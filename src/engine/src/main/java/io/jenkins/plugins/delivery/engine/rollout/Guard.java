package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * Who restores the stable version when Jenkins stays away.
 *
 * @param after how long nobody may renew the lease; null for no guardian
 */
public record Guard(@CheckForNull Duration after) {
    /** Nobody. */
    public static final Guard NONE = new Guard(null);
}
