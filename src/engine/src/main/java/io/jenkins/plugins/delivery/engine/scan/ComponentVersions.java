package io.jenkins.plugins.delivery.engine.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Tells findings of one fingerprint apart, which are those of one package in several versions. Most have their own. */
final class ComponentVersions {
    private final FindingArena arena;
    private final int[] addresses;
    private int size;

    /** Positions of those that are the first of their fingerprint. */
    private final PositionTable firsts = new PositionTable();

    /** Position plus one of the next finding of the same fingerprint, 0 for the last one. */
    private final int[] next;

    /** Whether it is not the first one of its fingerprint. */
    private final boolean[] follows;

    /** @param most how many findings there may be */
    ComponentVersions(FindingArena arena, int most) {
        this.arena = arena;
        addresses = new int[most];
        next = new int[most];
        follows = new boolean[most];
    }

    void add(int address) {
        int position = size++;
        addresses[position] = address;
        byte[] digest = arena.digest(address);
        int hash = Fingerprints.hash(digest);
        int first = firsts.find(hash, at -> arena.isCalled(addresses[at], digest));
        if (first < 0) {
            firsts.add(hash, position);
        } else {
            next[position] = next[first];
            next[first] = position + 1;
            follows[position] = true;
        }
    }

    /** Where they are kept; all versions of a package where its first one was added. */
    IntStream finish() {
        int[] finished = new int[size];
        int count = 0;
        for (int first = 0; first < size; first++) {
            if (next[first] == 0 && !follows[first]) {
                finished[count++] = addresses[first];
            } else if (!follows[first]) {
                for (int version : versions(first)) {
                    finished[count++] = version;
                }
            }
        }
        return Arrays.stream(finished);
    }

    private int[] versions(int first) {
        IntStream positions = IntStream.iterate(first, at -> at >= 0, at -> next[at] - 1);
        int[] versions = positions
                .sorted()
                .map(at -> addresses[at])
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer address) -> component(address).name())
                        .thenComparing(address -> component(address).version()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < versions.length; i++) {
            versions[i] = arena.add(arena.arrival(versions[i]), i + 1);
        }
        return versions;
    }

    private Component component(int address) {
        return arena.get(address).component();
    }
}
