package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings about packages. One vulnerability of one package in one version is one finding, whatever each tool calls
 * the vulnerability: names that tools say are the same lead to each other.
 */
final class ComponentFindings {
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A finding that still grows. */
    private static final class Entry {
        private Finding finding;

        @CheckForNull
        private Entry absorbedBy;

        Entry(Finding finding) {
            this.finding = finding;
        }
    }

    void add(Finding finding) {
        Entry home = null;
        List<String> keys = keys(finding);
        for (String key : keys) {
            for (Entry entry : byName.getOrDefault(key, List.of())) {
                if (entry.absorbedBy == null && entry != home && isSame(entry.finding, finding)) {
                    home = join(home, entry);
                }
            }
        }
        if (home == null) {
            home = new Entry(finding);
            entries.add(home);
            index(home, keys);
        } else {
            home.finding = home.finding.and(finding);
            index(home, keys(home.finding));
        }
    }

    /** An alias has shown that two findings are one. */
    private static Entry join(@CheckForNull Entry home, Entry other) {
        if (home == null || !isSame(home.finding, other.finding)) {
            return home == null ? other : home;
        }
        home.finding = home.finding.and(other.finding);
        other.absorbedBy = home;
        return home;
    }

    private static boolean isSame(Finding one, Finding two) {
        return isLicense(one) == isLicense(two)
                && PackageName.same(one.component(), two.component())
                && !Advisories.contradict(one.names(), two.names());
    }

    private static boolean isLicense(Finding finding) {
        return finding.kind() == Kind.LICENSE;
    }

    private void index(Entry entry, List<String> keys) {
        for (String key : keys) {
            List<Entry> named = byName.computeIfAbsent(key, ignored -> new ArrayList<>(1));
            if (!named.contains(entry)) {
                named.add(entry);
            }
        }
    }

    /** One key for each name that the vulnerability has. */
    static List<String> keys(Finding finding) {
        String name = PackageName.key(finding.component().name());
        String kind = isLicense(finding) ? "license" : "advisory";
        return Advisories.identifying(finding.rule(), finding.aliases()).stream()
                .map(advisory -> kind + '\n' + advisory + '\n' + name)
                .toList();
    }

    /** Each with its fingerprint: the same package in a second version has one of its own. */
    List<Finding> finish(Fingerprints fingerprints) {
        Map<String, List<Finding>> versions = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.absorbedBy == null) {
                Finding finding = entry.finding;
                String fingerprint = fingerprints.ofComponent(
                        finding.kind(),
                        Advisories.canonical(finding.rule(), finding.aliases()),
                        PackageName.key(finding.component().name()));
                versions.computeIfAbsent(fingerprint, ignored -> new ArrayList<>(1))
                        .add(finding);
            }
        }
        List<Finding> finished = new ArrayList<>(entries.size());
        versions.forEach((fingerprint, findings) -> name(fingerprint, findings, finished));
        return finished;
    }

    private static void name(String fingerprint, List<Finding> findings, List<Finding> finished) {
        findings.sort(
                Comparator.comparing((Finding finding) -> finding.component().name())
                        .thenComparing(finding -> finding.component().version()));
        for (int i = 0; i < findings.size(); i++) {
            finished.add(findings.get(i).called(FindingArena.occurrence(fingerprint, i + 1)));
        }
    }
}
