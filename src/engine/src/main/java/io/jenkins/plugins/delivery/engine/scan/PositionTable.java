package io.jenkins.plugins.delivery.engine.scan;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds positions by a hash, in a few numbers each instead of the objects of a map; several may share a hash. What is
 * looked at here and there is as small as it can be, so that much of it is near to the processor.
 */
final class PositionTable {
    private static final int FIRST_SIZE = 128;

    /** The number of an entry plus one in the lowest bits, above it what its hash does not say of the slot: zero is empty. */
    private int[] slots = new int[FIRST_SIZE];

    private int[] hashes = new int[FIRST_SIZE];
    private int[] positions = new int[FIRST_SIZE];
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
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size + (size >> 1));
            positions = Arrays.copyOf(positions, hashes.length);
        }
        hashes[size] = hash;
        positions[size] = position;
        put(mixed(hash), size);
        size++;
    }

    private void put(int mixed, int entry) {
        int mask = slots.length - 1;
        int slot = mixed & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = mixed & ~mask | entry + 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int entry = 0; entry < size; entry++) {
            put(mixed(hashes[entry]), entry);
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
        cursor = mixed(hash) - 1;
        return next();
    }

    /** The next position with the hash that was last asked for, or -1; nothing was added since. */
    int next() {
        int mask = slots.length - 1;
        int above = mixed(sought) & ~mask;
        while (true) {
            cursor = cursor + 1 & mask;
            int found = slots[cursor];
            if (found == 0) {
                return -1;
            }
            int entry = (found & mask) - 1;
            if ((found & ~mask) == above && hashes[entry] == sought) {
                return positions[entry];
            }
        }
    }

    private static int mixed(int hash) {
        int mixed = (hash ^ hash >>> 15) * 0x9E3779B1;
        return mixed ^ mixed >>> 16;
    }
}
