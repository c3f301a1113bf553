package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Findings about packages. One vulnerability of one package in one version is one finding, whatever each tool calls
 * the vulnerability: names that tools say are the same lead to each other.
 */
final class ComponentFindings {
    private static final int NONE = -1;

    private final Fingerprints fingerprints;

    /** Null where an alias has shown that two findings are one, which stands elsewhere. */
    private final List<Finding> findings = new ArrayList<>();

    private final BitSet merged = new BitSet();

    /** By hashes of keyed digests, so that no report can be made whose findings share them. */
    private final PositionTable byName = new PositionTable();

    ComponentFindings(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** @param finding under the fingerprint of its best known name */
    void add(Finding finding) {
        int home = NONE;
        int[] hashes = hashes(finding);
        for (int hash : hashes) {
            for (int known : known(hash, finding)) {
                home = home == NONE ? known : join(home, known);
            }
        }
        if (home == NONE) {
            home = findings.size();
            findings.add(finding);
            index(home, hashes);
        } else {
            merge(home, finding);
            index(home, hashes(findings.get(home)));
        }
    }

    /** Where the same problem of the same package is known by a name with this hash. */
    private int[] known(int hash, Finding finding) {
        int first = byName.find(hash, at -> isKnown(at, finding));
        if (first < 0) {
            return new int[0];
        }
        BitSet all = new BitSet();
        byName.find(hash, at -> {
            all.set(at, isKnown(at, finding));
            return false;
        });
        return all.stream().toArray();
    }

    private boolean isKnown(int at, Finding finding) {
        Finding known = findings.get(at);
        return known != null && shareName(known, finding) && isSame(known, finding);
    }

    private static boolean shareName(Finding one, Finding two) {
        List<String> names = Advisories.identifying(one.rule(), one.aliases());
        return Advisories.identifying(two.rule(), two.aliases()).stream().anyMatch(names::contains);
    }

    /** An alias has shown that two findings are one. */
    private int join(int home, int other) {
        if (home != other && isSame(findings.get(home), findings.get(other))) {
            merge(home, findings.get(other));
            findings.set(other, null);
        }
        return home;
    }

    private void merge(int home, Finding other) {
        findings.set(home, findings.get(home).and(other));
        merged.set(home);
    }

    private static boolean isSame(Finding one, Finding two) {
        return isLicense(one) == isLicense(two)
                && PackageName.same(one.component(), two.component())
                && !Advisories.contradict(one.names(), two.names());
    }

    private static boolean isLicense(Finding finding) {
        return finding.kind() == Kind.LICENSE;
    }

    private void index(int position, int[] hashes) {
        for (int hash : hashes) {
            if (byName.find(hash, at -> at == position) < 0) {
                byName.add(hash, position);
            }
        }
    }

    /** One for each name that the vulnerability has. */
    private int[] hashes(Finding finding) {
        List<String> names = Advisories.identifying(finding.rule(), finding.aliases());
        if (names.size() == 1 && finding.aliases().isEmpty()) {
            return new int[] {finding.fingerprint().hashCode()};
        }
        String name = PackageName.key(finding.component().name());
        return names.stream()
                .mapToInt(advisory ->
                        fingerprints.ofComponent(finding.kind(), advisory, name).hashCode())
                .toArray();
    }

    /** The names under which the same problem may be met again. */
    static List<String> keys(Finding finding) {
        String name = PackageName.key(finding.component().name());
        String kind = isLicense(finding) ? "license" : "advisory";
        return Advisories.identifying(finding.rule(), finding.aliases()).stream()
                .map(advisory -> kind + '\n' + advisory + '\n' + name)
                .toList();
    }

    /** Each with its fingerprint: the same package in a second version has one of its own. */
    List<Finding> finish() {
        ComponentVersions versions = new ComponentVersions(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding != null) {
                versions.add(fingerprint(i, finding), finding);
            }
        }
        return versions.finish();
    }

    /** What was merged may be known by a better name. */
    private String fingerprint(int position, Finding finding) {
        return merged.get(position)
                ? fingerprints.ofComponent(
                        finding.kind(),
                        Advisories.canonical(finding.rule(), finding.aliases()),
                        PackageName.key(finding.component().name()))
                : finding.fingerprint();
    }
}
