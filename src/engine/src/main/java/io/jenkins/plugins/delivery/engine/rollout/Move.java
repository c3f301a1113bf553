package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * What a strategy decides in one tick: stay in the phase, go to another, or go back.
 *
 * @param state with whatever the strategy noted
 * @param to the next phase; null to stay
 * @param ending why it goes back; null unless it does
 * @param words what it waits for, or why it goes
 * @param wakeUp how long until the next tick
 */
record Move(
        RolloutState state,
        @CheckForNull Phase to,
        @CheckForNull Ending ending,
        String words,
        Duration wakeUp) {}
