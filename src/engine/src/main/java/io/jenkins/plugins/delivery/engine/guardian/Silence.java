package io.jenkins.plugins.delivery.engine.guardian;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;

/**
 * How long nobody has renewed the lease, by this program's own clock: what counts is when a change was seen, not what
 * time another machine wrote. A time in which the cluster did not answer is no proof of anything: whoever should have
 * renewed had no answer either, so that they get time to do it.
 */
final class Silence {
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(1);

    private final Duration after;
    private final Duration grace;

    @CheckForNull
    private String beat;

    private Instant changed;
    private Instant answering;

    Silence(Duration after, Instant now) {
        this.after = after;
        this.grace = after.dividedBy(2).compareTo(LONGEST_GRACE) > 0 ? LONGEST_GRACE : after.dividedBy(2);
        this.changed = now;
        this.answering = now;
    }

    /** The lease was seen. */
    void seen(String latest, Instant now) {
        if (!latest.equals(beat)) {
            beat = latest;
            changed = now;
        }
    }

    /** The cluster did not answer. */
    void blind(Instant now) {
        answering = now;
    }

    boolean abandoned(Instant now) {
        return !now.isBefore(changed.plus(after)) && !now.isBefore(answering.plus(grace));
    }

    /** Often enough to be in time, and seldom enough not to matter. */
    Duration pause() {
        Duration tenth = after.dividedBy(10);
        Duration most = Duration.ofSeconds(15);
        return tenth.compareTo(most) > 0 ? most : tenth;
    }
}
