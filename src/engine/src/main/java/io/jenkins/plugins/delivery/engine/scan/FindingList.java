package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Findings that exist as objects only while somebody looks at them. */
final class FindingList extends AbstractList<Finding> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final Finding[] first;
    private final FindingArena arena;
    private final int[] addresses;

    /** @param first findings that come before those of the arena */
    FindingList(List<Finding> first, FindingArena arena, int[] addresses) {
        this.first = first.toArray(new Finding[0]);
        this.arena = arena;
        this.addresses = addresses;
    }

    @Override
    public Finding get(int index) {
        return index < first.length ? first[index] : arena.get(addresses[index - first.length]);
    }

    @Override
    public int size() {
        return first.length + addresses.length;
    }
}
