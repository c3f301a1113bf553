package io.jenkins.plugins.delivery.engine.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.journal.Digest;
import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the next links of a chain: the event, and before it what has to be said of the end of the file as it is. */
final class Links implements Journal.Entry {
    private final AuditEvent event;
    private final HeadFile head;
    private final List<AuditEntry> added = new ArrayList<>();

    Links(AuditEvent event, HeadFile head) {
        this.event = event;
        this.head = head;
    }

    @Override
    public List<String> after(Journal.Tail tail) throws IOException {
        HeadFile.Head end = end(AuditEntry.find(tail.last()).orElse(null));
        Optional<AuditEntry> unended = AuditEntry.find(tail.torn());
        if (unended.isPresent()) {
            end = end(unended.get());
        } else if (tail.isTorn()) {
            end = follow(end, repaired(tail.torn()));
        }
        follow(end, event);
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

    private AuditEvent repaired(byte[] torn) {
        return new AuditEvent(
                event.at(),
                AuditKind.REPAIRED,
                "",
                "",
                Digest.of(torn),
                "the line before was cut off after " + torn.length + " bytes",
                "");
    }
}
