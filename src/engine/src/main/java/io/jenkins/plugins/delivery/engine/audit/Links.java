package io.jenkins.plugins.delivery.engine.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.journal.Digest;
import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the next links of a chain: the events, and before them what has to be said of the end of the file as it is. */
final class Links implements Journal.Entry {
    private final Events events;
    private final HeadFile head;
    private final List<AuditEntry> added = new ArrayList<>();

    /** What is to be appended, asked for when nobody else can append. */
    @FunctionalInterface
    interface Events {
        List<AuditEvent> get() throws IOException;
    }

    Links(Events events, HeadFile head) {
        this.events = events;
        this.head = head;
    }

    @Override
    public List<String> after(Journal.Tail tail) throws IOException {
        List<AuditEvent> next = events.get();
        if (next.isEmpty()) {
            return List.of();
        }
        HeadFile.Head end = end(AuditEntry.find(tail.last()).orElse(null));
        Optional<AuditEntry> unended = AuditEntry.find(tail.torn());
        if (unended.isPresent()) {
            end = end(unended.get());
        } else if (tail.isTorn()) {
            end = follow(end, repaired(tail.torn(), next.get(0).at()));
        }
        for (AuditEvent event : next) {
            end = follow(end, event);
        }
        return added.stream().map(RecordJson::write).toList();
    }

    @Override
    public void written() throws IOException {
        head.write(last());
    }

    AuditEntry last() {
        return added.get(added.size() - 1);
    }

    /** What was the last entry once is followed even when it is gone: the gap is to be seen for ever. */
    @CheckForNull
    private HeadFile.Head end(@CheckForNull AuditEntry last) throws IOException {
        HeadFile.Head known = head.read();
        boolean gone = known != null && (last == null || known.sequence() > last.sequence());
        return gone || last == null ? known : new HeadFile.Head(last.sequence(), last.digest());
    }

    private HeadFile.Head follow(@CheckForNull HeadFile.Head end, AuditEvent next) {
        AuditEntry entry = end == null
                ? AuditEntry.following(1, AuditEntry.GENESIS, next)
                : AuditEntry.following(end.sequence() + 1, end.digest(), next);
        added.add(entry);
        return new HeadFile.Head(entry.sequence(), entry.digest());
    }

    private AuditEvent repaired(byte[] torn, Instant at) {
        return new AuditEvent(
                at,
                AuditKind.REPAIRED,
                "",
                "",
                Digest.of(torn),
                "the line before was cut off after " + torn.length + " bytes",
                "");
    }
}
