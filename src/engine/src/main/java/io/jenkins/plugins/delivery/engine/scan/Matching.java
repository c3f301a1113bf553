package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the findings of one build again in another. Each is found once at most: by its fingerprint first, and if that
 * has no counterpart, by any other name that it went by in one of the two builds, because a tool more or less may have
 * given it another fingerprint.
 */
final class Matching {
    private final Map<String, Finding> unclaimed = new LinkedHashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> outstanding = new HashSet<>();

    Matching(List<Finding> before) {
        for (Finding finding : before) {
            unclaimed.put(finding.fingerprint(), finding);
            for (String name : names(finding)) {
                byName.computeIfAbsent(name, ignored -> new LinkedHashSet<>()).add(finding.fingerprint());
            }
        }
    }

    Baseline.Comparison match(List<Finding> present) {
        List<Finding> left = new ArrayList<>();
        for (Finding finding : present) {
            if (unclaimed.remove(finding.fingerprint()) == null) {
                left.add(finding);
            } else {
                outstanding.add(finding.fingerprint());
            }
        }
        left.forEach(this::claimByName);
        return new Baseline.Comparison(outstanding, List.copyOf(unclaimed.values()));
    }

    private void claimByName(Finding finding) {
        if (claim(finding.fingerprint(), finding)) {
            return;
        }
        for (String name : names(finding)) {
            if (claim(name, finding)) {
                return;
            }
        }
    }

    private boolean claim(String name, Finding finding) {
        if (unclaimed.remove(name) != null) {
            outstanding.add(finding.fingerprint());
            return true;
        }
        for (String candidate : byName.getOrDefault(name, Set.of())) {
            Finding before = unclaimed.get(candidate);
            if (before != null && !Advisories.contradict(before.names(), finding.names())) {
                unclaimed.remove(candidate);
                outstanding.add(finding.fingerprint());
                return true;
            }
        }
        return false;
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
