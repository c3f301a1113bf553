package io.jenkins.plugins.delivery.engine.scan;

import java.util.function.IntPredicate;

/** Finds positions by a hash, in two numbers each instead of the objects of a map; several may share a hash. */
final class PositionTable {
    private static final int FIRST_SIZE = 128;

    /** Hash above, position plus one below: zero is an empty slot. */
    private long[] slots = new long[FIRST_SIZE];

    private int size;
    private int sought;
    private int cursor;

    int size() {
        return size;
    }

    void add(int hash, int position) {
        if (size * 4 >= slots.length * 3) {
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
        int position = first(hash);
        while (position >= 0 && !meant.test(position)) {
            position = next();
        }
        return position;
    }

    /** The first position with this hash, or -1. */
    int first(int hash) {
        sought = hash;
        cursor = slot(hash) - 1;
        return next();
    }

    /** The next position with the hash that was last asked for, or -1; nothing was added since. */
    int next() {
        while (true) {
            cursor = cursor + 1 & slots.length - 1;
            long entry = slots[cursor];
            if (entry == 0) {
                return -1;
            }
            if ((int) (entry >>> Integer.SIZE) == sought) {
                return (int) entry - 1;
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 1 & slots.length - 1;
    }
}
