package io.jenkins.plugins.delivery.engine.approval;

import java.time.Instant;
import java.util.Objects;

/**
 * The end of a request. There is one, and it does not change.
 *
 * @param outcome how it ended
 * @param at when
 * @param summary who and why, in a sentence
 * @param evidenceDigest what the decision was bound to
 */
public record Decision(Outcome outcome, Instant at, String summary, String evidenceDigest) {
    public Decision {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(evidenceDigest, "evidenceDigest");
    }
}
