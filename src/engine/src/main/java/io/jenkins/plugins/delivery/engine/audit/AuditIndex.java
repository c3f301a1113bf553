package io.jenkins.plugins.delivery.engine.audit;

import io.jenkins.plugins.delivery.engine.journal.JournalIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What the entries of a log tell of, without their chain. */
final class AuditIndex implements JournalIndex.Lines {
    private final Set<AuditEvent> events = new HashSet<>();
    private Instant first = Instant.MAX;

    @Override
    public void add(byte[] buffer, int begin, int length) {
        AuditEntry.find(Arrays.copyOfRange(buffer, begin, begin + length)).ifPresent(entry -> add(entry.event()));
    }

    private void add(AuditEvent event) {
        events.add(event);
        first = event.at().isBefore(first) ? event.at() : first;
    }

    /** Whether an entry tells of it, and says what it said when it was written. */
    boolean contains(AuditEvent event) {
        return events.contains(event);
    }

    boolean isAnyBefore(Instant moment) {
        return first.isBefore(moment);
    }
}
