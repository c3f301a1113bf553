package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Remembers short texts: severities, versions and rules stand in a report again and again, and to compare two numbers
 * takes less than to make another text of them.
 */
final class ShortTexts {
    static final int LONGEST = 2 * Long.BYTES;
    private static final int SLOTS = 512;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] firsts = new long[SLOTS];
    private final long[] seconds = new long[SLOTS];
    private final String[] texts = new String[SLOTS];

    /**
     * The text between these positions, which is ASCII without control characters.
     *
     * @return null where it is too long, or too near to the end of the buffer, or empty
     */
    @CheckForNull
    String text(byte[] json, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST || from > json.length - LONGEST) {
            return null;
        }
        long first = (long) LONGS.get(json, from);
        long second = 0;
        if (length <= Long.BYTES) {
            first &= -1L >>> Long.SIZE - length * Byte.SIZE;
        } else {
            second = (long) LONGS.get(json, from + Long.BYTES) & -1L >>> 2 * Long.SIZE - length * Byte.SIZE;
        }
        long mixed = (first ^ Long.rotateLeft(second, 29)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & SLOTS - 1;
        if (firsts[slot] != first || seconds[slot] != second) {
            firsts[slot] = first;
            seconds[slot] = second;
            texts[slot] = new String(json, from, length, StandardCharsets.ISO_8859_1);
        }
        return texts[slot];
    }
}
