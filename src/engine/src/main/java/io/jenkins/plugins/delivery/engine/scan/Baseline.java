package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** The findings of an earlier build, which decide what is new in this one. */
public final class Baseline {
    private static final Baseline NONE = new Baseline(null, new KeptFindings().list());

    @CheckForNull
    private final String where;

    private final FindingList findings;

    private Baseline(@CheckForNull String where, FindingList findings) {
        this.where = where;
        this.findings = findings;
    }

    /** There is nothing to compare with, as in a job's first build: then nothing counts as new. */
    public static Baseline none() {
        return NONE;
    }

    /** @param where which build this is, for people, such as {@code shop/main #41} */
    public static Baseline of(String where, Collection<Finding> findings) {
        if (findings instanceof FindingList list) {
            return new Baseline(where, list);
        }
        KeptFindings kept = new KeptFindings();
        findings.forEach(kept::add);
        return new Baseline(where, kept.list());
    }

    /**
     * What was stored for that build: everything that was there, suppressed or not.
     *
     * @param where which build this is, for people
     * @throws IOException if the file cannot be read, or is none of ours
     */
    public static Baseline of(String where, FindingStore store) throws IOException {
        KeptFindings kept = new KeptFindings();
        try {
            store.forEach(assessed -> {
                if (assessed.standing() != Standing.FIXED) {
                    kept.add(assessed.finding());
                }
            });
        } catch (IllegalArgumentException e) {
            throw new IOException("The findings of " + where + " cannot be compared with: " + e.getMessage(), e);
        }
        return new Baseline(where, kept.list());
    }

    /** Which build this is, or null if there is none. */
    @CheckForNull
    public String where() {
        return where;
    }

    /** Holds the findings of a build, suppressed or not, against these. */
    Comparison compare(List<Finding> present) {
        if (where == null) {
            BitSet all = new BitSet(present.size());
            all.set(0, present.size());
            return new Comparison(all, List.of());
        }
        return new Matching(findings).match(present);
    }

    /**
     * What became of the findings of the baseline.
     *
     * @param outstanding positions of what was there before
     * @param fixed what was there and is no more
     */
    record Comparison(BitSet outstanding, List<Finding> fixed) {
        /** @param index position of the finding among the present ones */
        Standing standing(int index) {
            return outstanding.get(index) ? Standing.OUTSTANDING : Standing.NEW;
        }
    }
}
