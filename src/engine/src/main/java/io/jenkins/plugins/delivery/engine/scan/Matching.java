package io.jenkins.plugins.delivery.engine.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the findings of one build again in another. Each is found once at most: by its fingerprint first, and if that
 * has no counterpart, by any other name that it went by in one of the two builds, because a tool more or less may have
 * given it another fingerprint.
 */
final class Matching {
    private static final int NONE = -1;

    private final FindingList before;
    private final BitSet unclaimed = new BitSet();
    private final PositionTable byFingerprint = new PositionTable();
    private final PositionTable byName = new PositionTable();

    private final SipHash hash = SipHash.withRandomKey();

    Matching(FindingList before) {
        this.before = before;
        for (int i = 0; i < before.size(); i++) {
            String fingerprint = before.fingerprint(i);
            if (withFingerprint(fingerprint) == NONE) {
                byFingerprint.add(hash(fingerprint), i);
                unclaimed.set(i);
            }
        }
    }

    Baseline.Comparison match(List<Finding> present) {
        BitSet outstanding = new BitSet(present.size());
        for (int i = 0; i < present.size(); i++) {
            outstanding.set(i, claim(withFingerprint(fingerprint(present, i))));
        }
        if (outstanding.cardinality() < present.size() && !unclaimed.isEmpty()) {
            unclaimed.stream().forEach(this::nameOfUnclaimed);
            for (int i = outstanding.nextClearBit(0); i < present.size(); i = outstanding.nextClearBit(i + 1)) {
                outstanding.set(i, claimByName(present.get(i)));
            }
        }
        return new Baseline.Comparison(outstanding, before.only(unclaimed.stream()));
    }

    private static String fingerprint(List<Finding> findings, int index) {
        return findings instanceof FindingList list
                ? list.fingerprint(index)
                : findings.get(index).fingerprint();
    }

    private int withFingerprint(String fingerprint) {
        return byFingerprint.find(
                hash(fingerprint), at -> before.fingerprint(at).equals(fingerprint));
    }

    private void nameOfUnclaimed(int position) {
        names(before.get(position)).forEach(name -> byName.add(hash(name), position));
    }

    private boolean claim(int position) {
        boolean free = position != NONE && unclaimed.get(position);
        if (free) {
            unclaimed.clear(position);
        }
        return free;
    }

    private boolean claimByName(Finding finding) {
        if (claim(named(finding.fingerprint(), finding))) {
            return true;
        }
        for (String name : names(finding)) {
            if (claim(withFingerprint(name)) || claim(named(name, finding))) {
                return true;
            }
        }
        return false;
    }

    /** The first that is still to be found and goes by this name too. */
    private int named(String name, Finding finding) {
        List<Integer> same = new ArrayList<>();
        byName.find(hash(name), at -> {
            if (unclaimed.get(at)) {
                same.add(at);
            }
            return false;
        });
        return same.stream()
                .sorted()
                .filter(at -> goesBy(name, before.get(at), finding))
                .findFirst()
                .orElse(NONE);
    }

    private static boolean goesBy(String name, Finding known, Finding finding) {
        return names(known).contains(name) && !Advisories.contradict(known.names(), finding.names());
    }

    private int hash(String name) {
        return hash.hash(name.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(Finding finding) {
        if (finding.component() == null || finding.kind() == Kind.CODE) {
            return finding.otherFingerprints();
        }
        List<String> names = new ArrayList<>(finding.otherFingerprints());
        names.addAll(ComponentFindings.keys(finding));
        return names;
    }
}
