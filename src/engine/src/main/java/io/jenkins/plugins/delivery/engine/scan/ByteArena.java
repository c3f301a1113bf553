package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records of bytes, one after another, that are never moved: growing costs no copy and no spare half. Whole numbers are
 * written in groups of seven bits, the lowest first.
 */
final class ByteArena implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 18;
    private static final int CHUNK = 1 << BITS;

    /** Most reports are small: the first chunk begins with these bytes, and has four times as many whenever it is full. */
    private static final int FIRST = CHUNK >> 6;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] last = new byte[0];
    private int used;

    /** Begins a record of at most this many bytes and returns its address. */
    int begin(int most) {
        if (most > CHUNK) {
            throw new IllegalArgumentException("A record of " + most + " bytes is too long.");
        }
        if (used + most > last.length) {
            makeRoom(most);
        }
        return chunks.size() - 1 << BITS | used;
    }

    private void makeRoom(int most) {
        int needed = used + most;
        if (chunks.size() <= 1 && needed <= CHUNK) {
            chunks.clear();
            last = Arrays.copyOf(last, Math.min(CHUNK, Math.max(FIRST, Integer.highestOneBit(needed) * 4)));
        } else if (chunks.size() == Integer.MAX_VALUE >> BITS) {
            throw new IllegalStateException("More findings than can be kept: 2 GiB of them.");
        } else {
            last = new byte[CHUNK];
            used = 0;
        }
        chunks.add(last);
    }

    void write(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, last, used, length);
        used += length;
    }

    void write(int number) {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            last[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        last[used++] = (byte) rest;
    }

    /** Writes only what this text does not share with a sample at its beginning and its end. */
    void write(byte[] text, byte[] sample) {
        int same = Arrays.mismatch(sample, text);
        int start = same < 0 ? text.length : same;
        int end = sameAtEnd(sample, text, start);
        int own = text.length - start - end;
        write(start);
        write(end);
        write(own);
        write(text, start, own);
    }

    /** Eight bytes at a time: of messages of one rule, most is the same. */
    private static int sameAtEnd(byte[] sample, byte[] text, int start) {
        int most = Math.min(sample.length, text.length) - start;
        int same = 0;
        while (same <= most - Long.BYTES) {
            long difference = (long) LONGS.get(sample, sample.length - same - Long.BYTES)
                    ^ (long) LONGS.get(text, text.length - same - Long.BYTES);
            if (difference != 0) {
                return same + Long.numberOfLeadingZeros(difference) / Byte.SIZE;
            }
            same += Long.BYTES;
        }
        while (same < most && sample[sample.length - 1 - same] == text[text.length - 1 - same]) {
            same++;
        }
        return same;
    }

    /** Keeps a text with its length before it, and returns its address. */
    int add(byte[] text) {
        int address = begin(text.length + Integer.BYTES + 1);
        write(text.length);
        write(text, 0, text.length);
        return address;
    }

    /** Whether this is the text that was added at the address. */
    boolean isText(int address, byte[] text) {
        Cursor cursor = at(address);
        return cursor.number() == text.length
                && Arrays.equals(cursor.chunk, cursor.at, cursor.at + text.length, text, 0, text.length);
    }

    /** By code points. */
    int compareTexts(int one, int two) {
        Cursor first = at(one);
        Cursor second = at(two);
        int firstLength = first.number();
        int secondLength = second.number();
        return Arrays.compareUnsigned(
                first.chunk, first.at, first.at + firstLength, second.chunk, second.at, second.at + secondLength);
    }

    boolean startsWith(int address, byte[] bytes) {
        int from = address & CHUNK - 1;
        return Arrays.equals(chunks.get(address >>> BITS), from, from + bytes.length, bytes, 0, bytes.length);
    }

    Cursor at(int address) {
        return new Cursor(chunks.get(address >>> BITS), address & CHUNK - 1);
    }

    /** Reads a record from its beginning. */
    static final class Cursor {
        private final byte[] chunk;
        private int at;

        private Cursor(byte[] chunk, int at) {
            this.chunk = chunk;
            this.at = at;
        }

        byte[] bytes(int length) {
            byte[] bytes = Arrays.copyOfRange(chunk, at, at + length);
            at += length;
            return bytes;
        }

        /** What was added as a text. */
        String text() {
            return new String(bytes(number()), StandardCharsets.UTF_8);
        }

        /** What was written as different from this sample. */
        String text(byte[] sample) {
            int start = number();
            int end = number();
            int own = number();
            byte[] text = new byte[start + own + end];
            System.arraycopy(sample, 0, text, 0, start);
            System.arraycopy(chunk, at, text, start, own);
            System.arraycopy(sample, sample.length - end, text, start + own, end);
            at += own;
            return new String(text, StandardCharsets.UTF_8);
        }

        int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte group = chunk[at++];
                number |= (group & 0x7F) << shift;
                if (group >= 0) {
                    return number;
                }
            }
        }
    }
}
