package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The name of a field as a report writes it, quotes included, to be compared eight bytes at a time. */
final class FieldName {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final String text;

    /** Length in bytes, both quotes included. */
    private final int length;

    private final long[] words;

    /** The bits of the last word that belong to the name. */
    private final long lastMask;

    FieldName(String text) {
        this.text = text;
        byte[] inside = JsonStringEncoder.getInstance().quoteAsUTF8(text);
        length = inside.length + 2;
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        byte[] quoted = Arrays.copyOf(new byte[] {'"'}, words.length * Long.BYTES);
        System.arraycopy(inside, 0, quoted, 1, inside.length);
        quoted[length - 1] = '"';
        Arrays.setAll(words, i -> (long) LONGS.get(quoted, i * Long.BYTES));
        lastMask = -1L >>> Long.SIZE * words.length - length * Byte.SIZE;
    }

    String text() {
        return text;
    }

    /**
     * The position after the name, if it is what stands here.
     *
     * @return {@link JsonSkip#UNSURE} if it does not, or stands too near to the end
     */
    int end(byte[] json, int from, int to) {
        int last = from + (words.length - 1) * Long.BYTES;
        if (last > to - Long.BYTES) {
            return JsonSkip.UNSURE;
        }
        int word = 0;
        for (int at = from; at < last; at += Long.BYTES) {
            if ((long) LONGS.get(json, at) != words[word++]) {
                return JsonSkip.UNSURE;
            }
        }
        long difference = ((long) LONGS.get(json, last) ^ words[word]) & lastMask;
        return difference == 0 ? from + length : JsonSkip.UNSURE;
    }
}
