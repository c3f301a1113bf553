package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings of an earlier build, which decide what is new in this one. */
public final class Baseline {
    private static final Baseline NONE = new Baseline(null, List.of());

    @CheckForNull
    private final String where;

    private final List<Finding> findings;

    private Baseline(@CheckForNull String where, Collection<Finding> findings) {
        this.where = where;
        this.findings = List.copyOf(findings);
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

    /** Holds the findings of a build, suppressed or not, against these. */
    Comparison compare(List<Finding> present) {
        if (where == null) {
            Set<String> all = new HashSet<>();
            present.forEach(finding -> all.add(finding.fingerprint()));
            return new Comparison(all, List.of());
        }
        return new Matching(findings).match(present);
    }

    /**
     * What became of the findings of the baseline.
     *
     * @param outstanding fingerprints of what was there before
     * @param fixed what was there and is no more
     */
    record Comparison(Set<String> outstanding, List<Finding> fixed) {
        Standing standing(Finding finding) {
            return outstanding.contains(finding.fingerprint()) ? Standing.OUTSTANDING : Standing.NEW;
        }
    }
}
