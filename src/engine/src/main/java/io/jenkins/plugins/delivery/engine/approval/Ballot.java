package io.jenkins.plugins.delivery.engine.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Objects;

/**
 * What somebody hands in.
 *
 * @param voter who, as the server knows them now
 * @param choice what they say
 * @param reason why, in their words; empty when they gave none
 * @param seenEvidence digest of the evidence that they looked at, or null where it is not known
 * @param from address of the network that it came from; empty where there is none
 */
public record Ballot(
        Voter voter,
        Choice choice,
        String reason,
        @CheckForNull String seenEvidence,
        String from) {
    public Ballot {
        Objects.requireNonNull(voter, "voter");
        Objects.requireNonNull(choice, "choice");
        reason = reason == null ? "" : reason.strip();
        from = from == null ? "" : from;
    }

    public Ballot(Voter voter, Choice choice, String reason, @CheckForNull String seenEvidence) {
        this(voter, choice, reason, seenEvidence, "");
    }
}
