package io.jenkins.plugins.delivery.engine.scan.export;

import io.jenkins.plugins.delivery.engine.journal.CsvLine;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) in UTF-8, one line a finding after one with the names. A value that a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
public final class CsvExport {
    private CsvExport() {}

    /** Writes all findings; does not close the stream. */
    public static void write(FindingStore findings, OutputStream to) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        line(FindingRow.NAMES, out);
        findings.forEach(finding -> line(FindingRow.of(finding).values(), out));
        out.flush();
    }

    private static void line(Collection<String> values, Writer out) throws IOException {
        out.write(CsvLine.of(values));
        out.write("\r\n");
    }

    static String cell(String value) {
        return CsvLine.of(List.of(value));
    }
}
