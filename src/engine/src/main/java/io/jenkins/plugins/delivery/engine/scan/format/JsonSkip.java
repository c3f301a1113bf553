package io.jenkins.plugins.delivery.engine.scan.format;

/**
 * Finds where a value of JSON (RFC 8259) in UTF-8 ends without making anything of it: most of a report is no part of a
 * finding. It goes past sound values alone. Whatever is malformed, too deep, cut off by the end of the buffer, or just
 * unusual is {@link #UNSURE}, and a parser that tells what is wrong has to look.
 */
final class JsonSkip {
    static final int UNSURE = -1;

    /** Parsers have limits of their own, which are higher. */
    private static final int LONGEST_NUMBER = 500;

    private static final int LONGEST_NAME = 10_000;

    private int newLines;
    private int lineStart;

    void startLines() {
        newLines = 0;
    }

    /** Line ends in what was skipped last. */
    int newLines() {
        return newLines;
    }

    /** Where the line begins on which the skipped value ends; means nothing where there was no line end. */
    int lineStart() {
        return lineStart;
    }

    /**
     * The position after the end of the object or array whose bracket is before {@code from}.
     *
     * @param levels how many more there may be within it
     */
    int structure(byte[] json, int from, int to, int levels) {
        startLines();
        return json[from - 1] == '{' ? object(json, from, to, levels) : array(json, from, to, levels);
    }

    private int object(byte[] json, int from, int to, int levels) {
        int at = space(json, from, to);
        if (at < to && json[at] == '}') {
            return at + 1;
        }
        while (at < to && json[at] == '"') {
            int name = JsonText.plain(json, at + 1, to);
            at = name < 0 || name - at > LONGEST_NAME ? to : space(json, name + 1, to);
            if (at >= to || json[at] != ':') {
                return UNSURE;
            }
            at = value(json, space(json, at + 1, to), to, levels);
            at = at < 0 ? to : space(json, at, to);
            if (at < to && json[at] == '}') {
                return at + 1;
            }
            at = at < to && json[at] == ',' ? space(json, at + 1, to) : to;
        }
        return UNSURE;
    }

    private int array(byte[] json, int from, int to, int levels) {
        int at = space(json, from, to);
        if (at < to && json[at] == ']') {
            return at + 1;
        }
        while (at < to) {
            at = value(json, at, to, levels);
            at = at < 0 ? to : space(json, at, to);
            if (at < to && json[at] == ']') {
                return at + 1;
            }
            at = at < to && json[at] == ',' ? space(json, at + 1, to) : to;
        }
        return UNSURE;
    }

    private int value(byte[] json, int at, int to, int levels) {
        if (at >= to) {
            return UNSURE;
        }
        return switch (json[at]) {
            case '"' -> JsonText.end(json, at + 1, to);
            case '{' -> levels > 0 ? object(json, at + 1, to, levels - 1) : UNSURE;
            case '[' -> levels > 0 ? array(json, at + 1, to, levels - 1) : UNSURE;
            case 't' -> word(json, at, to, "true");
            case 'f' -> word(json, at, to, "false");
            case 'n' -> word(json, at, to, "null");
            default -> number(json, at, to);
        };
    }

    /** The next byte that is no white space; line ends on the way are counted from {@link #startLines} on. */
    int space(byte[] json, int from, int to) {
        int at = from;
        while (at < to && json[at] <= ' ') {
            byte c = json[at];
            if (c != ' ') {
                if (c == '\r' && at + 1 < to && json[at + 1] == '\n') {
                    at++;
                }
                if (c == '\n' || c == '\r') {
                    newLines++;
                    lineStart = at + 1;
                } else if (c != '\t') {
                    return to;
                }
            }
            at++;
        }
        return at;
    }

    private static int word(byte[] json, int at, int to, String word) {
        int end = at + word.length();
        for (int i = at; i < end; i++) {
            if (i >= to || json[i] != word.charAt(i - at)) {
                return UNSURE;
            }
        }
        return end;
    }

    private static int number(byte[] json, int from, int to) {
        int at = json[from] == '-' ? from + 1 : from;
        int end = digits(json, at, to);
        if (end == at || json[at] == '0' && end > at + 1) {
            return UNSURE;
        }
        if (end < to && json[end] == '.') {
            at = end + 1;
            end = digits(json, at, to);
        }
        if (end > at && end < to && (json[end] | 0x20) == 'e') {
            at = end + 1;
            at = at < to && (json[at] == '+' || json[at] == '-') ? at + 1 : at;
            end = digits(json, at, to);
        }
        return end > at && end - from <= LONGEST_NUMBER ? end : UNSURE;
    }

    private static int digits(byte[] json, int from, int to) {
        int at = from;
        while (at < to && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at;
    }
}
