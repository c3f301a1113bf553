package io.jenkins.plugins.delivery.engine.audit;

import io.jenkins.plugins.delivery.engine.journal.CsvLine;
import io.jenkins.plugins.delivery.engine.journal.Journal;
import io.jenkins.plugins.delivery.engine.journal.JournalIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An audit log in a file: JSON, an entry a line, each with the digest of the one before.
 *
 * <p>An entry is on the disk when {@link #append} returns; many threads and processes may append. What a crash cut off
 * is ended by the next writer, who says so in an entry of its own; nothing is ever overwritten. The chain shows changes,
 * not who could have made them: whoever can write both this file and the one beside it can write a new history. Digests
 * that were noted down elsewhere, as in the log of a build, tell even then.
 */
public final class AuditChain {
    private static final List<String> COLUMNS = List.of(
            "sequence", "at", "kind", "actor", "from", "subject", "text", "evidenceDigest", "previous", "digest");

    private final Journal journal;
    private final JournalIndex<AuditIndex> index;
    private final HeadFile head;

    public AuditChain(Path file) {
        journal = new Journal(file);
        index = new JournalIndex<>(journal, AuditIndex::new);
        head = new HeadFile(file);
    }

    /**
     * @return the entry, whose digest stands for everything up to it
     * @throws IOException if it could not be written; then it may be on the disk or not
     */
    public AuditEntry append(AuditEvent event) throws IOException {
        Links links = new Links(() -> List.of(event), head);
        index.append(links);
        return links.last();
    }

    /**
     * Appends those that are not there yet, in their order. Does not look whether what is there was tampered with: that is
     * what {@link #verify} is for.
     *
     * @throws IOException if they could not be written; then each may be on the disk or not
     */
    public void appendMissing(List<AuditEvent> events) throws IOException {
        if (!missing(events).isEmpty()) {
            index.append(new Links(() -> missing(events), head));
        }
    }

    private List<AuditEvent> missing(List<AuditEvent> events) throws IOException {
        return index.ask(entries -> events.stream()
                .filter(event -> !entries.contains(event))
                .distinct()
                .toList());
    }

    /** Reads everything and checks it. */
    public AuditVerification verify() throws IOException {
        // First the head: an entry that is added in between must not look as if it had been removed.
        HeadFile.Head last = head.read();
        return ChainCheck.of(journal.lines(), last);
    }

    /**
     * Forgets what is older, and says so in an entry. The newest entry always stays.
     *
     * @param before entries from before this moment go
     * @param actor who wants that, or whose rule it is
     * @param now when
     * @return how many were removed
     * @throws IOException if the log is damaged: then everything stays, or if it could not be written
     */
    public int removeBefore(Instant before, String actor, Instant now) throws IOException {
        if (!index.ask(entries -> entries.isAnyBefore(before))) {
            return 0;
        }
        AuditVerification verified = verify();
        if (!verified.isIntact()) {
            throw new IOException("Nothing is removed from " + journal.file() + " while it is " + verified.words());
        }
        List<AuditEntry> all = verified.entries();
        int gone = 0;
        while (gone < all.size() - 1 && all.get(gone).event().at().isBefore(before)) {
            gone++;
        }
        if (gone == 0) {
            return 0;
        }
        AuditEntry last = all.get(gone - 1);
        append(new AuditEvent(
                now,
                AuditKind.RETENTION,
                actor,
                "",
                last.digest(),
                gone + " entries from before " + before + " were removed, the last of them entry " + last.sequence(),
                ""));
        forget(last.sequence());
        return gone;
    }

    /** The lines of the file as they are, for keeping elsewhere. */
    public List<String> jsonLines() throws IOException {
        return journal.lines().stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    /** One line for the names of the columns, then one for each entry. */
    public List<String> csv() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(CsvLine.of(COLUMNS));
        verify().entries().forEach(entry -> lines.add(CsvLine.of(cells(entry))));
        return lines;
    }

    private void forget(long sequence) throws IOException {
        journal.keep(lines -> {
            List<byte[]> kept = new ArrayList<>();
            for (byte[] line : lines) {
                if (!kept.isEmpty()
                        || AuditEntry.find(line)
                                .filter(entry -> entry.sequence() > sequence)
                                .isPresent()) {
                    kept.add(line);
                }
            }
            return kept;
        });
    }

    private static List<String> cells(AuditEntry entry) {
        AuditEvent event = entry.event();
        return List.of(
                Long.toString(entry.sequence()),
                event.at().toString(),
                event.kind().name(),
                event.actor(),
                event.from(),
                event.subject(),
                event.text(),
                event.evidenceDigest(),
                entry.previous(),
                entry.digest());
    }
}
