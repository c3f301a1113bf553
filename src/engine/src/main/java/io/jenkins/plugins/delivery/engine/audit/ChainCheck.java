package io.jenkins.plugins.delivery.engine.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.journal.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks along a chain and notes where it does not hold. */
final class ChainCheck {
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<AuditVerification.Problem> problems = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();
    private int line;

    /** The line before, where it is no entry. */
    @CheckForNull
    private byte[] cutOff;

    static AuditVerification of(List<byte[]> lines, @CheckForNull HeadFile.Head head) {
        ChainCheck check = new ChainCheck();
        lines.forEach(check::next);
        check.end(head);
        return new AuditVerification(check.entries, check.problems, check.last());
    }

    private void next(byte[] bytes) {
        line++;
        AuditEntry entry = AuditEntry.find(bytes).orElse(null);
        if (entry == null) {
            damaged();
            cutOff = bytes;
            return;
        }
        if (cutOff != null && !explains(entry, cutOff)) {
            damaged();
        }
        cutOff = null;
        link(entry);
        if (entry.event().kind() == AuditKind.RETENTION) {
            forgotten.add(entry.event().subject());
        }
        entries.add(entry);
    }

    private static boolean explains(AuditEntry entry, byte[] cutOff) {
        return entry.event().kind() == AuditKind.REPAIRED
                && entry.event().subject().equals(Digest.of(cutOff));
    }

    private void damaged() {
        if (cutOff != null) {
            problem(line - 1, "it was changed after it had been written, or is no entry");
        }
    }

    private void link(AuditEntry entry) {
        if (entries.isEmpty()) {
            return;
        }
        AuditEntry before = entries.get(entries.size() - 1);
        if (!entry.previous().equals(before.digest()) || entry.sequence() != before.sequence() + 1) {
            problem(
                    line,
                    "entry " + entry.sequence() + " does not follow entry " + before.sequence()
                            + ": something between them was removed, moved or changed");
        }
    }

    private void end(@CheckForNull HeadFile.Head head) {
        if (cutOff != null) {
            problem(line, "it was changed after it had been written, or a writer died in it");
        }
        if (!entries.isEmpty()) {
            AuditEntry first = entries.get(0);
            boolean begins = first.sequence() == 1 && first.previous().equals(AuditEntry.GENESIS);
            if (!begins && !forgotten.contains(first.previous())) {
                problem(1, "it begins with entry " + first.sequence() + ": what came before was removed");
            }
        }
        boolean found = head == null
                || entries.stream()
                        .anyMatch(entry -> entry.sequence() == head.sequence()
                                && entry.digest().equals(head.digest()));
        if (!found) {
            problem(0, "entry " + head.sequence() + " was the last one once and is gone or another");
        }
        problems.sort((one, other) -> Integer.compare(rank(one), rank(other)));
    }

    /** What concerns the whole file is said last. */
    private static int rank(AuditVerification.Problem problem) {
        return problem.line() == 0 ? Integer.MAX_VALUE : problem.line();
    }

    private String last() {
        return entries.isEmpty()
                ? AuditEntry.GENESIS
                : entries.get(entries.size() - 1).digest();
    }

    private void problem(int where, String words) {
        problems.add(new AuditVerification.Problem(where, words));
    }
}
