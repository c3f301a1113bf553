package io.jenkins.plugins.delivery.engine.rollout;

import java.util.EnumSet;
import java.util.Set;

/** Where a rollout is. Each strategy walks through some of these, in this order, or turns to {@link #RESTORE}. */
public enum Phase {
    /** Waiting for the lease of the application. */
    LOCK,
    /** Looking at what is there and what should be; nothing is touched yet. */
    PLAN,
    /** Writing the new version's objects beside the old ones. */
    APPLY,
    /** Waiting until the new version's pods can serve. */
    READY,
    /** Giving traffic to the new version: a switch, or the next weight. */
    SHIFT,
    /** Checking that traffic really goes where it should. */
    VERIFY,
    /** The pipeline's own checks run. */
    BODY,
    /** Watching the metrics. */
    OBSERVE,
    /** Waiting for somebody to decide: to go on, to hold, or to go back. */
    PAUSE,
    /** The stable version is replaced, while the canary still serves. */
    PROMOTE,
    /** Traffic leaves the canary. */
    DRAIN,
    /** The version before is kept, so that going back is quick. */
    KEEP,
    /** The release is recorded; what is no longer needed goes. */
    RETIRE,
    /** Traffic goes back to the version before, then the rest. */
    RESTORE,
    /** Giving the lease back. */
    UNLOCK,
    /** End: the new version serves. */
    COMPLETED,
    /** End: the version before serves, and that was verified. */
    ROLLED_BACK,
    /** End: a person has to look; the commands are in the state. */
    STUCK;

    private static final Set<Phase> FINAL = EnumSet.of(COMPLETED, ROLLED_BACK, STUCK);
    private static final Set<Phase> UNTOUCHED = EnumSet.of(LOCK, PLAN);
    private static final Set<Phase> DECIDED = EnumSet.of(RETIRE, RESTORE, UNLOCK, COMPLETED, ROLLED_BACK, STUCK);

    /** Whether nothing happens any more. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /** Whether nothing of the application has been touched yet. */
    boolean untouched() {
        return UNTOUCHED.contains(this);
    }

    /** Whether it is settled how the rollout ends, so that neither an abort nor the deadline changes its course. */
    public boolean decided() {
        return DECIDED.contains(this);
    }

    /** Whether the deadline of the whole rollout ends this phase: keeping and pausing are bounded by themselves. */
    boolean hasDeadline() {
        return !decided() && this != KEEP && this != PAUSE;
    }
}
