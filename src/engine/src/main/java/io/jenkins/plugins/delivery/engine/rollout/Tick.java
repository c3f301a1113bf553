package io.jenkins.plugins.delivery.engine.rollout;

import java.time.Duration;
import java.util.List;

/**
 * What one look at a rollout led to.
 *
 * @param state to be kept before the next tick
 * @param done what was done to the cluster and what was found, for the log
 * @param wakeUp how long until the next tick; never longer than that, earlier is harmless
 */
public record Tick(RolloutState state, List<String> done, Duration wakeUp) {
    public Tick {
        done = List.copyOf(done);
    }

    /** Whether there is nothing left to do. */
    public boolean over() {
        return state.phase().isFinal();
    }
}
