package io.jenkins.plugins.delivery.engine.audit;

import java.util.List;

/**
 * What is left of an audit log, and whether it can be trusted.
 *
 * @param entries that could be read, in the order of the file
 * @param problems what is wrong, the first of them first; empty when nothing is
 * @param head digest of the last entry: whoever noted it down can tell later whether everything before is as it was
 */
public record AuditVerification(List<AuditEntry> entries, List<Problem> problems, String head) {
    public AuditVerification {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * @param line of the file, from 1 on; 0 for the file as a whole
     * @param words what is wrong with it
     */
    public record Problem(int line, String words) {}

    public boolean isIntact() {
        return problems.isEmpty();
    }

    /** The verdict in a sentence. */
    public String words() {
        if (isIntact()) {
            return entries.size() + " entries, unbroken; the last one's digest is " + head;
        }
        Problem first = problems.get(0);
        String where = first.line() == 0 ? "" : "line " + first.line() + ": ";
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return "tampered with or damaged: " + where + first.words() + more;
    }
}
