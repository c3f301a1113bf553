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
    private static final int LONGEST_BANNER = 64 * 1024;

    static JsonStart open(ReportJsonFactory factory, InputStream stream) throws IOException {
        byte[] first = stream.readNBytes(LONGEST_BANNER);
        Charset charset = charset(first);
        if (charset == null) {
            String text = new String(first, StandardCharsets.ISO_8859_1);
            int mark = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
            int start = beginning(text, mark);
            InputStream rest = rest(first, start, stream);
            Reader unread = new InputStreamReader(rest, StandardCharsets.ISO_8859_1);
            JsonParser parser = isWide(first) ? factory.detectingParser(rest) : factory.createParser(rest);
            return new JsonStart(parser, unread, lines(text, start));
        }
        String text = new String(first, 0, first.length / 2 * 2, charset);
        int start = beginning(text, text.startsWith("\uFEFF") ? 1 : 0);
        // Malformed text is told, not replaced by question marks.
        InputStreamReader reader = new InputStreamReader(
                rest(first, start * 2, stream),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new JsonStart(factory.createParser(reader), reader, lines(text, start));
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

    private static int beginning(String text, int mark) {
        int line = mark;
        while (line < text.length()) {
            int at = firstOfLine(text, line);
            if (begins(text, at)) {
                // From the very beginning, so that columns are the file's.
                return line == mark ? mark : line;
            }
            int end = text.indexOf('\n', line);
            line = end < 0 ? text.length() : end + 1;
        }
        return mark;
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
