package io.jenkins.plugins.delivery.engine.scan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Findings about packages. One vulnerability of one package in one version is one finding, whatever each tool calls
 * the vulnerability: names that tools say are the same lead to each other.
 */
final class ComponentFindings {
    private static final int NONE = -1;

    private final Fingerprints fingerprints;
    private final FindingArena arena;

    /** {@link #NONE} where an alias has shown that two findings are one, which stands elsewhere. */
    private int[] addresses = new int[256];

    private int size;

    private final BitSet merged = new BitSet();

    /** Whether two findings may have one fingerprint. */
    private boolean namesMetAgain;

    /** By hashes of keyed digests, so that no report can be made whose findings share them. */
    private final PositionTable byName = new PositionTable();

    ComponentFindings(Fingerprints fingerprints, FindingArena arena) {
        this.fingerprints = fingerprints;
        this.arena = arena;
    }

    /** @param arrival under the fingerprint of its best known name */
    void add(Arrival arrival) {
        int home = NONE;
        int[] hashes = hashes(arrival);
        for (int hash : hashes) {
            for (int known : known(hash, arrival)) {
                home = home == NONE ? known : join(home, known);
            }
        }
        if (home == NONE) {
            for (int hash : hashes) {
                byName.add(hash, size);
            }
            append(arrival);
        } else {
            merge(home, arrival.finding(), arrival.path());
            index(home, hashes(arena.arrival(addresses[home])));
        }
    }

    private void append(Arrival arrival) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size + (size >> 1));
        }
        addresses[size++] = arena.add(arrival, 1);
    }

    /** Where the same problem of the same package is known by a name with this hash. */
    private int[] known(int hash, Arrival arrival) {
        if (byName.first(hash) < 0) {
            return new int[0];
        }
        namesMetAgain = true;
        Finding finding = arrival.finding();
        BitSet all = new BitSet();
        byName.find(hash, at -> {
            all.set(at, isKnown(at, finding));
            return false;
        });
        return all.stream().toArray();
    }

    private boolean isKnown(int at, Finding finding) {
        if (addresses[at] == NONE) {
            return false;
        }
        Finding known = arena.get(addresses[at]);
        return shareName(known, finding) && isSame(known, finding);
    }

    private static boolean shareName(Finding one, Finding two) {
        List<String> names = Advisories.identifying(one.rule(), one.aliases());
        return Advisories.identifying(two.rule(), two.aliases()).stream().anyMatch(names::contains);
    }

    /** An alias has shown that two findings are one. */
    private int join(int home, int other) {
        if (home != other) {
            Finding second = arena.get(addresses[other]);
            if (isSame(arena.get(addresses[home]), second)) {
                merge(home, second, arena.path(addresses[other]));
                addresses[other] = NONE;
            }
        }
        return home;
    }

    private void merge(int home, Finding other, KnownPaths.Known otherPath) {
        int address = addresses[home];
        KnownPaths.Known path = arena.path(address);
        Finding both = arena.get(address).and(other);
        addresses[home] = arena.add(Arrival.ofPackage(arena.digest(address), both, path == null ? otherPath : path), 1);
        merged.set(home);
    }

    private static boolean isSame(Finding one, Finding two) {
        return isLicense(one.kind()) == isLicense(two.kind())
                && PackageName.same(one.component(), two.component())
                && !Advisories.contradict(one.names(), two.names());
    }

    private static boolean isLicense(Kind kind) {
        return kind == Kind.LICENSE;
    }

    private void index(int position, int[] hashes) {
        for (int hash : hashes) {
            if (byName.find(hash, at -> at == position) < 0) {
                byName.add(hash, position);
            }
        }
    }

    /** One for each name that the vulnerability has. */
    private int[] hashes(Arrival arrival) {
        FindingShape shape = arrival.shape();
        if (shape.aliases().isEmpty()) {
            return new int[] {arrival.hash(1)};
        }
        String name = PackageName.key(arrival.component().name());
        return Advisories.identifying(arrival.rule(), shape.aliases()).stream()
                .mapToInt(advisory -> Fingerprints.hash(fingerprints.digestOfComponent(shape.kind(), advisory, name)))
                .toArray();
    }

    /** The names under which the same problem may be met again. */
    static List<String> keys(Finding finding) {
        String name = PackageName.key(finding.component().name());
        String kind = isLicense(finding.kind()) ? "license" : "advisory";
        return Advisories.identifying(finding.rule(), finding.aliases()).stream()
                .map(advisory -> kind + '\n' + advisory + '\n' + name)
                .toList();
    }

    /** Where they are kept, each under its fingerprint: the same package in a second version has one of its own. */
    IntStream finish() {
        if (!namesMetAgain) {
            return Arrays.stream(addresses, 0, size);
        }
        ComponentVersions versions = new ComponentVersions(arena, size);
        for (int i = 0; i < size; i++) {
            if (addresses[i] != NONE) {
                versions.add(merged.get(i) ? underBestName(addresses[i]) : addresses[i]);
            }
        }
        return versions.finish();
    }

    /** What was merged may be known by a better name. */
    private int underBestName(int address) {
        Finding finding = arena.get(address);
        byte[] digest = fingerprints.digestOfComponent(
                finding.kind(),
                Advisories.canonical(finding.rule(), finding.aliases()),
                PackageName.key(finding.component().name()));
        return arena.isCalled(address, digest)
                ? address
                : arena.add(Arrival.ofPackage(digest, finding, arena.path(address)), 1);
    }
}
