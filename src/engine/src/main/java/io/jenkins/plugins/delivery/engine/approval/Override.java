package io.jenkins.plugins.delivery.engine.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * Lets an approved change take effect although a window or a freeze forbids it. One person asks, another agrees; neither
 * can do both.
 *
 * @param requester who asks
 * @param reason why it cannot wait
 * @param requestedAt when
 * @param requestedFrom address of the network; empty where there was none
 * @param confirmer who agrees; null while nobody has
 * @param confirmedAt when; null while nobody has
 * @param confirmedFrom address of the network; empty where there was none
 */
public record Override(
        Voter requester,
        String reason,
        Instant requestedAt,
        String requestedFrom,
        @CheckForNull Voter confirmer,
        @CheckForNull Instant confirmedAt,
        String confirmedFrom) {
    static Override requested(Voter requester, String reason, Instant at, String from) {
        return new Override(requester, reason, at, from, null, null, "");
    }

    Override confirmed(Voter by, Instant at, String from) {
        return new Override(requester, reason, requestedAt, requestedFrom, by, at, from);
    }

    /** Whether another person has agreed. */
    public boolean isConfirmed() {
        return confirmer != null;
    }

    /** For people. */
    public String words() {
        String asked = requester.name() + " overrides the window: " + reason;
        return confirmer == null ? asked + " (another person has to agree)" : asked + ", agreed by " + confirmer.name();
    }
}
