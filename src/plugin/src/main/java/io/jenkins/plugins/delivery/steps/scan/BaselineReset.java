package io.jenkins.plugins.delivery.steps.scan;

import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Somebody has decided that later builds are compared with this one. Kept with the build. */
@Restricted(NoExternalUse.class)
public final class BaselineReset {
    private final String user;
    private final String reason;
    private final long time;

    BaselineReset(String user, String reason, Instant time) {
        this.user = user;
        this.reason = reason;
        this.time = time.toEpochMilli();
    }

    /** Id of who decided. */
    public String getUser() {
        return user;
    }

    public String getReason() {
        return reason;
    }

    /** In ISO 8601, UTC. */
    public String getTime() {
        return Instant.ofEpochMilli(time).toString();
    }

    @Override
    public String toString() {
        return user + ", " + getTime() + ": " + reason;
    }
}
