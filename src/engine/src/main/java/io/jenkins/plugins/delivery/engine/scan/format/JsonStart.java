package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds where the JSON of a file begins: after a byte order mark, and after the lines that some tools print before it
 * (deprecation notes, progress). A line begins the JSON if it starts with a brace, or with a bracket that an element or
 * the end of the list follows.
 *
 * @param parser stands before the first token
 * @param unread what the parser has not fetched, once it has given back what it has
 * @param linesBefore how many lines were passed over
 */
record JsonStart(JsonParser parser, Reader unread, int linesBefore) {
    private static final int USUAL_BANNER = 2 * 1024;
    private static final int LONGEST_BANNER = 64 * 1024;

    static JsonStart open(ReportJsonFactory factory, InputStream stream) throws IOException {
        byte[] first = first(stream);
        Charset charset = charset(first);
        String text = text(first, charset);
        int start = Math.max(mark(text), beginning(text));
        if (charset == null) {
            InputStream rest = rest(first, start, stream);
            Reader unread = new InputStreamReader(rest, StandardCharsets.ISO_8859_1);
            JsonParser parser = isWide(first) ? factory.detectingParser(rest) : factory.createParser(rest);
            return new JsonStart(parser, unread, lines(text, start));
        }
        // Malformed text is told, not replaced by question marks.
        InputStreamReader reader = new InputStreamReader(
                rest(first, start * 2, stream),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new JsonStart(factory.createParser(reader), reader, lines(text, start));
    }

    /** As much of the file as has the beginning of its JSON; nearly always that is its first character. */
    private static byte[] first(InputStream stream) throws IOException {
        byte[] few = stream.readNBytes(USUAL_BANNER);
        // A bracket at the end may be that of a line such as "[INFO]": no element is what follows it here.
        if (few.length < USUAL_BANNER || beginning(text(few, charset(few)) + '-') >= 0) {
            return few;
        }
        byte[] all = Arrays.copyOf(few, LONGEST_BANNER);
        int read = stream.readNBytes(all, few.length, all.length - few.length);
        return Arrays.copyOf(all, few.length + read);
    }

    private static String text(byte[] first, @CheckForNull Charset charset) {
        return charset == null
                ? new String(first, StandardCharsets.ISO_8859_1)
                : new String(first, 0, first.length / 2 * 2, charset);
    }

    /** The length of the byte order mark. */
    private static int mark(String text) {
        return text.startsWith("\u00EF\u00BB\u00BF") ? 3 : text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** UTF-16 of either order, with or without its mark; null for anything else, which Jackson tells apart. */
    @CheckForNull
    private static Charset charset(byte[] first) {
        if (first.length < 4) {
            return null;
        }
        int one = first[0] & 0xFF;
        int two = first[1] & 0xFF;
        boolean wide = first[2] == 0 && first[3] == 0;
        if (one == 0xFE && two == 0xFF || one == 0 && two != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return !wide && (one == 0xFF && two == 0xFE || one != 0 && two == 0) ? StandardCharsets.UTF_16LE : null;
    }

    /** No UTF-8: JSON does not begin with a zero. */
    private static boolean isWide(byte[] first) {
        for (int i = 0; i < Math.min(first.length, 4); i++) {
            if (first[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static InputStream rest(byte[] first, int start, InputStream stream) {
        return new SequenceInputStream(new ByteArrayInputStream(first, start, first.length - start), stream);
    }

    /** Where the JSON begins, or -1 if it does not. */
    private static int beginning(String text) {
        int mark = mark(text);
        int line = mark;
        while (line < text.length()) {
            int at = firstOfLine(text, line);
            if (begins(text, at)) {
                // From the very beginning, so that columns are the file's.
                return line;
            }
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end + 1;
            if (text.substring(line, next).indexOf('\0') >= 0) {
                // No tool prints that: this is an archive or an image, and what is found in it may be a part of a
                // report.
                return -1;
            }
            line = next;
        }
        return -1;
    }

    private static int firstOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Whether this character and the next begin a document that a scanner writes. */
    static boolean begins(CharSequence text, int at) {
        if (at >= text.length() || text.charAt(at) != '[') {
            return at < text.length() && text.charAt(at) == '{';
        }
        for (int i = at + 1; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return "{[]\"".indexOf(text.charAt(i)) >= 0;
            }
        }
        return true;
    }

    private static int lines(String text, int start) {
        return (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    }
}
