package io.jenkins.plugins.delivery.engine.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that somebody did.
 *
 * @param at when
 * @param kind what kind of thing
 * @param actor id of who did it; empty for what happened by itself
 * @param from where the request came from: an address of the network, or {@code pipeline}; empty where unknown
 * @param subject what it was done to: the address of the build's report, relative to Jenkins
 * @param text what and why, in a sentence
 * @param evidenceDigest what they saw when they did it; empty where there was nothing to see
 */
public record AuditEvent(
        Instant at, AuditKind kind, String actor, String from, String subject, String text, String evidenceDigest) {
    public AuditEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(evidenceDigest, "evidenceDigest");
    }
}
