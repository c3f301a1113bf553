package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What follows a report: lines that the tool printed may, a second report or anything on the same line may not. */
final class JsonEnd {
    private final Reader[] rest;
    private int reader;
    private long line;
    private long column;

    private JsonEnd(JsonParser parser, Reader unread) throws IOException {
        rest = new Reader[] {new StringReader(buffered(parser)), unread};
        JsonLocation at = parser.currentLocation();
        line = at.getLineNr();
        column = at.getColumnNr() - 1;
    }

    private static String buffered(JsonParser parser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (parser.releaseBuffered(bytes) >= 0) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
        StringWriter characters = new StringWriter();
        parser.releaseBuffered(characters);
        return characters.toString();
    }

    /**
     * Reads on after the last token of a report.
     *
     * @param unread what the parser has not fetched yet
     * @throws ReportFormatException if there is more than lines of text
     */
    static void check(String file, JsonParser parser, Reader unread, int linesBefore) throws IOException {
        JsonEnd end = new JsonEnd(parser, unread);
        String found = end.next(true);
        if (found != null) {
            throw new ReportFormatException(
                    file, end.line + linesBefore, end.column, "expected the end of the file, but found " + found);
        }
    }

    /** What begins at the start of a line, or on the line of the report itself; null at the end of the file. */
    private String next(boolean sameLine) throws IOException {
        boolean startOfLine = true;
        boolean own = sameLine;
        for (int c = read(); c >= 0; c = read()) {
            if (c == '\n') {
                startOfLine = true;
                own = false;
            } else if (c > ' ' && startOfLine) {
                if (c == '{') {
                    return "an object";
                }
                if (own || c == '[' && list()) {
                    return c == '[' ? "an array" : "something else";
                }
                startOfLine = false;
            }
        }
        return null;
    }

    /** Whether an element or the end of the list follows: log lines have their time or level in brackets. */
    private boolean list() throws IOException {
        long atLine = line;
        long atColumn = column;
        int c = read();
        while (c >= 0 && c <= ' ') {
            c = read();
        }
        boolean list = c < 0 || "{[]\"".indexOf(c) >= 0;
        if (list) {
            line = atLine;
            column = atColumn;
        }
        return list;
    }

    private int read() throws IOException {
        int c = rest[reader].read();
        if (c < 0 && reader + 1 < rest.length) {
            reader++;
            c = rest[reader].read();
        }
        if (c == '\n') {
            line++;
            column = 0;
        } else {
            column++;
        }
        return c;
    }
}
