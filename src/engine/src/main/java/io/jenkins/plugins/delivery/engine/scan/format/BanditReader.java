package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** Bandit. */
final class BanditReader extends ElementReader {
    BanditReader() {
        super("bandit", "Bandit", SeverityTable.common(), "results[]");
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("results[].test_id") && outline.has("results[].issue_severity")
                || outline.hasAll("metrics._totals", "generated_at");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        reading.sink.finding(reading.draft(Kind.CODE, text(element, "issue_severity"))
                .rule(text(element, "test_id"))
                .message(text(element, "issue_text"))
                .place(text(element, "filename"), number(element, "line_number"))
                .identity(withoutNumbers(text(element, "code"))));
    }

    /** Bandit puts the number of its line before each line of code. */
    private static String withoutNumbers(@CheckForNull String code) {
        return code == null ? "" : code.replaceAll("(?m)^\\d+ ", "");
    }
}
