package io.jenkins.plugins.delivery.engine.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * SipHash-2-4 with 128 bits of output: a keyed digest of short texts whose output says nothing of the text to whoever does
 * not have the key, at a tenth of the cost of HMAC-SHA-256 (Aumasson and Bernstein, "SipHash: a fast short-input PRF",
 * 2012, and the 128-bit variant of their reference implementation).
 */
final class SipHash {
    static final int KEY_BYTES = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /** @param key its first 16 bytes count */
    SipHash(byte[] key) {
        key0 = (long) LONGS.get(key, 0);
        key1 = (long) LONGS.get(key, Long.BYTES);
    }

    /** The 16 bytes of the digest of the first bytes of the input. */
    byte[] digest(byte[] input, int length) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        int words = length & -Long.BYTES;
        for (int i = 0; i < words; i += Long.BYTES) {
            absorb((long) LONGS.get(input, i));
        }
        absorb(last(input, words, length));
        byte[] digest = new byte[2 * Long.BYTES];
        v2 ^= 0xee;
        LONGS.set(digest, 0, finish());
        v1 ^= 0xdd;
        LONGS.set(digest, Long.BYTES, finish());
        return digest;
    }

    private static long last(byte[] input, int from, int length) {
        byte[] rest = Arrays.copyOf(Arrays.copyOfRange(input, from, length), Long.BYTES);
        return (long) LONGS.get(rest, 0) | (long) length << 56;
    }

    private void absorb(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private long finish() {
        for (int i = 0; i < 4; i++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
