package io.jenkins.plugins.delivery.engine.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps findings that have their fingerprints already, such as those of an earlier build, in few bytes each. */
final class KeptFindings {
    private final FindingArena arena = new FindingArena();
    private final Map<String, KnownPaths.Known> paths = new HashMap<>();
    private int[] addresses = new int[256];
    private int size;

    /** @throws IllegalArgumentException if its fingerprint is none of {@link Fingerprints} */
    void add(Finding finding) {
        String fingerprint = finding.fingerprint();
        int point = fingerprint.indexOf('.');
        byte[] digest = Fingerprints.digest(point < 0 ? fingerprint : fingerprint.substring(0, point));
        int occurrence = point < 0 ? 1 : Integer.parseInt(fingerprint.substring(point + 1));
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size + (size >> 1));
        }
        addresses[size++] = arena.add(arrival(digest, finding), occurrence);
    }

    private Arrival arrival(byte[] digest, Finding finding) {
        Place place = finding.place();
        KnownPaths.Known path =
                place == null ? null : paths.computeIfAbsent(place.path(), text -> new KnownPaths.Known(text, text, 0));
        if (finding.component() != null && finding.kind() != Kind.CODE) {
            return Arrival.ofPackage(digest, finding, path);
        }
        FindingShape shape = FindingShape.of(finding, List.of());
        return new Arrival(digest, shape, null, null, finding.message(), path, place == null ? 0 : place.line());
    }

    FindingList list() {
        arena.seal();
        return new FindingList(arena, Arrays.copyOf(addresses, size));
    }
}
