package io.jenkins.plugins.delivery.engine.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * SipHash-2-4 with 128 bits of output: a keyed digest of short texts whose output says nothing of the text to whoever does
 * not have the key, at a tenth of the cost of HMAC-SHA-256 (Aumasson and Bernstein, "SipHash: a fast short-input PRF",
 * 2012, and the 128-bit variant of their reference implementation).
 */
final class SipHash {
    static final int KEY_BYTES = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long key0;
    private final long key1;

    /** @param key its first 16 bytes count */
    SipHash(byte[] key) {
        key0 = (long) LONGS.get(key, 0);
        key1 = (long) LONGS.get(key, Long.BYTES);
    }

    /** For tables in memory: nobody can write a report whose texts are hard to tell apart. */
    static SipHash withRandomKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new SipHash(key);
    }

    int hash(byte[] text) {
        return Fingerprints.hash(digest(text, text.length));
    }

    /** The first 15 of the 16 bytes of the digest of the first bytes of the input. */
    byte[] digest(byte[] input, int length) {
        State state = new State(key0, key1);
        int words = length & -Long.BYTES;
        for (int i = 0; i < words; i += Long.BYTES) {
            state.absorb((long) LONGS.get(input, i));
        }
        state.absorb(last(input, words, length));
        byte[] digest = new byte[Fingerprints.BYTES];
        long first = state.finish(0, 0xee);
        LONGS.set(digest, 0, first);
        // The last byte of the first half is written once more, to end where the digest is cut.
        LONGS.set(digest, Long.BYTES - 1, state.finish(0xdd, 0) << Byte.SIZE | first >>> Long.SIZE - Byte.SIZE);
        return digest;
    }

    private static long last(byte[] input, int from, int length) {
        long last = (long) length << 56;
        for (int i = from; i < length; i++) {
            last |= (input[i] & 0xFFL) << Byte.SIZE * (i - from);
        }
        return last;
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            rounds(2);
            v0 ^= word;
        }

        long finish(int one, int two) {
            v1 ^= one;
            v2 ^= two;
            rounds(4);
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void rounds(int count) {
            long a = v0;
            long b = v1;
            long c = v2;
            long d = v3;
            for (int i = 0; i < count; i++) {
                a += b;
                b = Long.rotateLeft(b, 13) ^ a;
                a = Long.rotateLeft(a, 32);
                c += d;
                d = Long.rotateLeft(d, 16) ^ c;
                a += d;
                d = Long.rotateLeft(d, 21) ^ a;
                c += b;
                b = Long.rotateLeft(b, 17) ^ c;
                c = Long.rotateLeft(c, 32);
            }
            v0 = a;
            v1 = b;
            v2 = c;
            v3 = d;
        }
    }
}
