package io.jenkins.plugins.delivery.rehearsal.console;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where progress is written. A live terminal has one line at the bottom that is written again and again; elsewhere every
 * line stays.
 */
public final class Terminal {
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private final boolean unicode;
    private final int width;
    private String bottom = "";

    /** The colours that progress uses; nothing is said by colour alone. */
    public enum Colour {
        /** As the terminal writes. */
        PLAIN(""),
        /** Headings. */
        BOLD("1"),
        /** Less important. */
        DIM("2"),
        /** Good. */
        OK("32"),
        /** Worth a look. */
        WARN("33"),
        /** Bad. */
        BAD("31");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    private Terminal(PrintStream out, boolean live, boolean colours, boolean unicode, int width) {
        this.out = out;
        this.live = live;
        this.colours = colours;
        this.unicode = unicode;
        this.width = width;
    }

    /**
     * @param interactive whether a person looks at {@code out}
     * @param environment {@code NO_COLOR}, {@code TERM} and {@code COLUMNS} are honoured
     */
    public static Terminal of(PrintStream out, boolean interactive, Map<String, String> environment) {
        boolean live = interactive && !"dumb".equals(environment.get("TERM"));
        boolean colours = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean unicode = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
        return new Terminal(out, live, colours, unicode, width(environment.get("COLUMNS")));
    }

    private static int width(@CheckForNull String columns) {
        try {
            return columns == null ? WIDTH : Math.max(40, Integer.parseInt(columns.trim()));
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }

    /** A line that stays. */
    public synchronized void line(String text) {
        erase();
        out.println(text);
        draw();
    }

    /** Says on the bottom line of a live terminal what is going on; elsewhere says nothing. */
    public synchronized void bottom(String text) {
        if (live) {
            erase();
            bottom = shortened(text);
            draw();
        }
    }

    /** Text in a colour, if there are colours. Control characters in it are made harmless. */
    public String in(Colour colour, String text) {
        String safe = printable(text);
        return colours && colour != Colour.PLAIN ? "\u001b[" + colour.code + "m" + safe + "\u001b[0m" : safe;
    }

    /** A sign, or plain letters where it cannot be written. */
    public String sign(String symbol, String letters) {
        return unicode ? symbol : letters;
    }

    /** Without the control characters by which a log could draw on the terminal. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\t' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String shortened(String text) {
        String safe = printable(text);
        return safe.length() < width ? safe : safe.substring(0, width - 2) + sign("…", "~");
    }

    private void erase() {
        if (!bottom.isEmpty()) {
            out.print("\r\u001b[2K");
        }
    }

    private void draw() {
        out.print(bottom);
        out.flush();
    }
}
