package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.util.Set;

/** Bandit. */
final class BanditReader extends ElementReader {
    /** Rules whose message quotes the password that they found. */
    private static final Set<String> PASSWORDS = Set.of("B105", "B106", "B107");

    BanditReader() {
        super("bandit", "Bandit", SeverityTable.common(), Places.of("results[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("results[].test_id") && outline.has("results[].issue_severity")
                || outline.hasAll("metrics._totals", "generated_at");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String rule = text(element, "test_id");
        boolean secret = rule != null && PASSWORDS.contains(rule);
        reading.sink.finding(reading.draft(secret ? Kind.SECRET : Kind.CODE, text(element, "issue_severity"))
                .rule(rule)
                .message(secret ? text(element, "test_name") : text(element, "issue_text"))
                .place(text(element, "filename"), number(element, "line_number"))
                .identity(withoutNumbers(text(element, "code")))
                .weakness(element.path("issue_cwe").path("id").asText()));
    }

    /** Bandit puts the number of its line before each line of code. */
    private static String withoutNumbers(@CheckForNull String code) {
        return code == null ? "" : code.replaceAll("(?m)^\\d+ ", "");
    }
}
