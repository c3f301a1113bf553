package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings in files. The same text twice in one file is two problems, told apart by their order; the same place seen
 * by a second run is the first problem again, and so is the same weakness at the same line seen by another tool.
 */
final class PlacedFindings {
    private final Map<String, Finding> byFingerprint = new LinkedHashMap<>();
    private final Map<String, Integer> repetitions = new HashMap<>();
    private final Map<String, List<String>> byWeakness = new HashMap<>();
    private final Set<String> seenInRun = new HashSet<>();
    private boolean firstRun = true;
    private String lastAdded = "";

    /** A tool starts to report. */
    void run() {
        firstRun = byFingerprint.isEmpty();
        seenInRun.clear();
    }

    /** @param certain whether equal fingerprints at one line mean one problem, as for a secret that is known */
    void add(Finding finding, List<String> weaknesses, boolean certain) {
        boolean same = certain && addAgain(finding) || (firstRun ? addOccurrence(finding) : addWitness(finding));
        if (!same && !weaknesses.isEmpty()) {
            join(byFingerprint.get(lastAdded), weaknesses);
        }
    }

    private boolean addAgain(Finding finding) {
        Finding known = byFingerprint.get(finding.fingerprint());
        if (known == null || line(known) != line(finding)) {
            return false;
        }
        byFingerprint.put(finding.fingerprint(), known.and(finding));
        return true;
    }

    private boolean addOccurrence(Finding finding) {
        String fingerprint = finding.fingerprint();
        if (byFingerprint.putIfAbsent(fingerprint, finding) == null) {
            lastAdded = fingerprint;
            return false;
        }
        lastAdded = occurrence(fingerprint, repetitions.merge(fingerprint, 2, (n, ignored) -> n + 1));
        byFingerprint.put(lastAdded, finding.called(lastAdded));
        return false;
    }

    /** Whether an earlier run has said the same. */
    private boolean addWitness(Finding finding) {
        for (int n = 1; ; n++) {
            String fingerprint = occurrence(finding.fingerprint(), n);
            Finding known = byFingerprint.get(fingerprint);
            if (known == null) {
                byFingerprint.put(fingerprint, finding.called(fingerprint));
                repetitions.put(finding.fingerprint(), n);
                seenInRun.add(fingerprint);
                lastAdded = fingerprint;
                return false;
            }
            if (line(known) == line(finding) && seenInRun.add(fingerprint)) {
                byFingerprint.put(fingerprint, known.and(finding));
                return true;
            }
        }
    }

    /** Sound only where both tools name the weakness and the line, and one has not said it before. */
    private void join(Finding finding, List<String> weaknesses) {
        if (line(finding) == 0) {
            return;
        }
        String place = finding.kind() + "\n" + finding.place() + "\n";
        for (String weakness : weaknesses) {
            for (String other : byWeakness.getOrDefault(place + weakness, List.of())) {
                Finding known = byFingerprint.get(other);
                if (known != null && known.witnesses().stream().noneMatch(finding.witnesses()::contains)) {
                    byFingerprint.remove(finding.fingerprint());
                    byFingerprint.put(other, known.and(finding));
                    return;
                }
            }
        }
        for (String weakness : weaknesses) {
            byWeakness
                    .computeIfAbsent(place + weakness, ignored -> new ArrayList<>(1))
                    .add(finding.fingerprint());
        }
    }

    private static int line(Finding finding) {
        Place place = finding.place();
        return place == null ? 0 : place.line();
    }

    /** The name of the n-th problem with the same fingerprint. */
    static String occurrence(String fingerprint, int number) {
        return number == 1 ? fingerprint : fingerprint + "." + number;
    }

    Collection<Finding> finish() {
        return byFingerprint.values();
    }
}
