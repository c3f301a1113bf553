package io.jenkins.plugins.delivery.engine.scan;

import java.util.function.IntPredicate;

/** Finds positions by a hash, in two numbers each instead of the objects of a map; several may share a hash. */
final class PositionTable {
    private static final int FIRST_SIZE = 1024;

    private int[] hashes = new int[FIRST_SIZE];

    /** Each plus one, as zero is an empty slot. */
    private int[] positions = new int[FIRST_SIZE];

    private int size;

    void add(int hash, int position) {
        if (size * 2 >= positions.length) {
            grow();
        }
        put(hash, position);
        size++;
    }

    private void put(int hash, int position) {
        int slot = slot(hash);
        while (positions[slot] != 0) {
            slot = slot + 1 & positions.length - 1;
        }
        hashes[slot] = hash;
        positions[slot] = position + 1;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldPositions = positions;
        hashes = new int[oldHashes.length * 2];
        positions = new int[oldPositions.length * 2];
        for (int i = 0; i < oldPositions.length; i++) {
            if (oldPositions[i] != 0) {
                put(oldHashes[i], oldPositions[i] - 1);
            }
        }
    }

    /** The first position with this hash that is the one meant, or -1. */
    int find(int hash, IntPredicate meant) {
        int slot = slot(hash);
        while (positions[slot] != 0) {
            if (hashes[slot] == hash && meant.test(positions[slot] - 1)) {
                return positions[slot] - 1;
            }
            slot = slot + 1 & positions.length - 1;
        }
        return -1;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 1 & positions.length - 1;
    }
}
