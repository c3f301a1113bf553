package io.jenkins.plugins.delivery.engine.rollout.group;

import java.time.Duration;
import java.util.List;

/**
 * What one look at all services led to.
 *
 * @param state to be kept before the next tick
 * @param done what was done to the cluster, for the log
 * @param wakeUp how long until the next tick; earlier is harmless
 */
public record GroupTick(GroupState state, List<String> done, Duration wakeUp) {
    public GroupTick {
        done = List.copyOf(done);
    }
}
