package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings of an earlier build, which decide what is new in this one. */
public final class Baseline {
    private static final Baseline NONE = new Baseline(null, List.of());

    @CheckForNull
    private final String where;

    private final Map<String, Finding> known = new LinkedHashMap<>();

    private Baseline(@CheckForNull String where, Collection<Finding> findings) {
        this.where = where;
        findings.forEach(finding -> known.put(finding.fingerprint(), finding));
    }

    /** There is nothing to compare with, as in a job's first build: then nothing counts as new. */
    public static Baseline none() {
        return NONE;
    }

    /** @param where which build this is, for people, such as {@code shop/main #41} */
    public static Baseline of(String where, Collection<Finding> findings) {
        return new Baseline(where, findings);
    }

    /** Which build this is, or null if there is none. */
    @CheckForNull
    public String where() {
        return where;
    }

    public Standing standing(Finding finding) {
        return where == null || known.containsKey(finding.fingerprint()) ? Standing.OUTSTANDING : Standing.NEW;
    }

    /** What the baseline has and this build has not, not even suppressed. */
    public List<Finding> fixed(Set<String> present) {
        return known.values().stream()
                .filter(finding -> !present.contains(finding.fingerprint()))
                .toList();
    }
}
