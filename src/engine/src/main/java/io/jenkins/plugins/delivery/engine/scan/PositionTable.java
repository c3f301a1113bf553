package io.jenkins.plugins.delivery.engine.scan;

import java.util.function.IntPredicate;

/** Finds positions by a hash, in two numbers each instead of the objects of a map; several may share a hash. */
final class PositionTable {
    private static final int FIRST_SIZE = 1024;

    /** Hash above, position plus one below: zero is an empty slot. */
    private long[] slots = new long[FIRST_SIZE];

    private int size;

    void add(int hash, int position) {
        if (size * 2 >= slots.length) {
            grow();
        }
        put((long) hash << Integer.SIZE | position + 1);
        size++;
    }

    private void put(long entry) {
        int slot = slot((int) (entry >>> Integer.SIZE));
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    /** The first position with this hash that is the one meant, or -1. */
    int find(int hash, IntPredicate meant) {
        int slot = slot(hash);
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int position = (int) entry - 1;
            if ((int) (entry >>> Integer.SIZE) == hash && meant.test(position)) {
                return position;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 1 & slots.length - 1;
    }
}
