package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Strings of JSON in UTF-8, looked at eight bytes at a time. As with {@link JsonSkip}, what is malformed, cut off or
 * unusual is left to a parser.
 */
final class JsonText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP = EACH * 0x80;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private JsonText() {}

    /** The position after the closing quote of the string that begins here. */
    static int end(byte[] json, int from, int to) {
        int at = special(json, from, to);
        while (at >= 0 && json[at] != '"') {
            int next = json[at] == '\\' ? escape(json, at + 1, to) : character(json, at, to);
            at = next < 0 ? JsonSkip.UNSURE : special(json, next, to);
        }
        return at < 0 ? JsonSkip.UNSURE : at + 1;
    }

    /** The closing quote of the string that begins here, if it has ASCII characters alone and none of them escaped. */
    static int plain(byte[] json, int from, int to) {
        int at = special(json, from, to);
        return at >= 0 && json[at] == '"' ? at : JsonSkip.UNSURE;
    }

    /** The string between these positions, if it is ASCII alone and none of its escapes are numbers. */
    @CheckForNull
    static String unescaped(byte[] json, int from, int to) {
        byte[] text = new byte[to - from];
        int length = 0;
        int at = from;
        while (at < to) {
            int next = Math.min(to, special(json, at, json.length));
            if (next < at || next < to && json[next] != '\\') {
                return null;
            }
            System.arraycopy(json, at, text, length, next - at);
            length += next - at;
            if (next < to) {
                int escape = ESCAPES.indexOf(json[next + 1]);
                if (escape < 0) {
                    return null;
                }
                text[length++] = (byte) ESCAPED.charAt(escape);
            }
            at = next + 2;
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * The first quote, backslash, control character, or byte that is no ASCII. The last few bytes of a buffer are not
     * looked at.
     */
    private static int special(byte[] json, int from, int to) {
        for (int at = from; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONGS.get(json, at);
            // With this bit changed, the quote comes right after the control characters.
            long quote = (word ^ EACH * 2) - EACH * ('"' - 1);
            long backslash = (word ^ EACH * '\\') - EACH;
            // The top bit of each byte that is a control character or one of these, or has it itself; carries reach
            // only bytes above one that is found.
            long found = (quote | backslash | word) & TOP;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        return JsonSkip.UNSURE;
    }

    /** The position after what follows a backslash. */
    private static int escape(byte[] json, int at, int to) {
        if (at >= to) {
            return JsonSkip.UNSURE;
        }
        if (json[at] != 'u') {
            return ESCAPES.indexOf(json[at]) < 0 ? JsonSkip.UNSURE : at + 1;
        }
        int end = at + 5;
        for (int i = at + 1; i < end; i++) {
            if (i >= to || Character.digit(json[i], 16) < 0) {
                return JsonSkip.UNSURE;
            }
        }
        return end;
    }

    /** The position after a character of several bytes. */
    private static int character(byte[] json, int at, int to) {
        int first = json[at];
        int more = (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : (first & 0xF8) == 0xF0 ? 3 : 0;
        if (more == 0 || at + more >= to) {
            return JsonSkip.UNSURE;
        }
        for (int i = at + 1; i <= at + more; i++) {
            if ((json[i] & 0xC0) != 0x80) {
                return JsonSkip.UNSURE;
            }
        }
        return at + more + 1;
    }
}
