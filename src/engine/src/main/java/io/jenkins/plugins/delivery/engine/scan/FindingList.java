package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** Findings that exist as objects only while somebody looks at them. */
final class FindingList extends AbstractList<Finding> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final FindingArena arena;
    private final int[] addresses;

    FindingList(FindingArena arena, int[] addresses) {
        this.arena = arena;
        this.addresses = addresses;
    }

    @Override
    public Finding get(int index) {
        return arena.get(addresses[index]);
    }

    String fingerprint(int index) {
        return arena.fingerprint(addresses[index]);
    }

    /** @param positions of those that are to be in it */
    FindingList only(IntStream positions) {
        return new FindingList(arena, positions.map(at -> addresses[at]).toArray());
    }

    @Override
    public int size() {
        return addresses.length;
    }
}
