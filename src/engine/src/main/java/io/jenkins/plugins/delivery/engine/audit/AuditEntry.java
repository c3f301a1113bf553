package io.jenkins.plugins.delivery.engine.audit;

import io.jenkins.plugins.delivery.engine.journal.Digest;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An event in its place.
 *
 * @param sequence from 1 on, without gaps
 * @param event what happened
 * @param previous digest of the entry before; {@link #GENESIS} for the first
 * @param digest SHA-256 over all of the above, in hexadecimal digits
 */
public record AuditEntry(long sequence, AuditEvent event, String previous, String digest) {
    /** What stands before the first entry. */
    public static final String GENESIS = "0".repeat(64);

    /** The entry that follows. */
    static AuditEntry following(long sequence, String previous, AuditEvent event) {
        return new AuditEntry(sequence, event, previous, digest(sequence, previous, event));
    }

    /** The entry on a line, if there is one and it says what it said when it was written. */
    static Optional<AuditEntry> find(byte[] line) {
        try {
            AuditEntry entry = line.length == 0 ? null : RecordJson.read(line, AuditEntry.class);
            return Optional.ofNullable(entry).filter(AuditEntry::isGenuine);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isGenuine() {
        return event != null
                && previous != null
                && digest(sequence, previous, event).equals(digest);
    }

    private static String digest(long sequence, String previous, AuditEvent event) {
        return Digest.of(List.of(
                Long.toString(sequence),
                previous,
                event.at().toString(),
                event.kind().name(),
                event.actor(),
                event.from(),
                event.subject(),
                event.text(),
                event.evidenceDigest()));
    }
}
