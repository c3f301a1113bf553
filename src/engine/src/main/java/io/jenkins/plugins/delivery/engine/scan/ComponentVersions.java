package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Tells findings of one fingerprint apart, which are those of one package in several versions. Most have their own. */
final class ComponentVersions {
    private static final Comparator<Finding> BY_VERSION = Comparator.comparing(
                    (Finding finding) -> finding.component().name())
            .thenComparing(finding -> finding.component().version());

    private final List<Finding> findings;

    /** Positions of those that are the first of their fingerprint. */
    private final PositionTable firsts = new PositionTable();

    /** Position plus one of the next finding of the same fingerprint, 0 for the last one. */
    private final int[] next;

    /** Whether it is not the first one of its fingerprint. */
    private final boolean[] follows;

    /** @param most how many findings there may be */
    ComponentVersions(int most) {
        findings = new ArrayList<>(most);
        next = new int[most];
        follows = new boolean[most];
    }

    void add(String fingerprint, Finding finding) {
        int position = findings.size();
        findings.add(finding.fingerprint().equals(fingerprint) ? finding : finding.called(fingerprint));
        int hash = fingerprint.hashCode();
        int first = firsts.find(hash, at -> findings.get(at).fingerprint().equals(fingerprint));
        if (first < 0) {
            firsts.add(hash, position);
        } else {
            next[position] = next[first];
            next[first] = position + 1;
            follows[position] = true;
        }
    }

    /** All versions of a package where its first one was added. */
    List<Finding> finish() {
        List<Finding> finished = new ArrayList<>(findings.size());
        for (int first = 0; first < findings.size(); first++) {
            if (next[first] == 0 && !follows[first]) {
                finished.add(findings.get(first));
            } else if (!follows[first]) {
                versions(first, finished);
            }
        }
        return finished;
    }

    private void versions(int first, List<Finding> finished) {
        int[] positions = new int[4];
        int size = 0;
        for (int at = first; at >= 0; at = next[at] - 1) {
            positions = size == positions.length ? Arrays.copyOf(positions, size * 2) : positions;
            positions[size++] = at;
        }
        List<Finding> versions = new ArrayList<>(Arrays.stream(positions, 0, size)
                .sorted()
                .mapToObj(findings::get)
                .toList());
        versions.sort(BY_VERSION);
        for (int i = 0; i < size; i++) {
            Finding finding = versions.get(i);
            finished.add(i == 0 ? finding : finding.called(FindingArena.occurrence(finding.fingerprint(), i + 1)));
        }
    }
}
