package io.jenkins.plugins.delivery.engine.journal;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of CSV as RFC 4180 has it, without the line's end.
 *
 * <p>A cell that a spreadsheet would take for a formula, also behind blanks, gets an apostrophe in front.
 */
public final class CsvLine {
    private static final String FORMULA = "=+-@\t\r\n";
    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private CsvLine() {}

    /** The cells, quoted where they have to be. */
    public static String of(Collection<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        String harmless = beginsFormula(text) || beginsFormula(text.stripLeading()) ? "'" + text : text;
        return SPECIAL.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean beginsFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
