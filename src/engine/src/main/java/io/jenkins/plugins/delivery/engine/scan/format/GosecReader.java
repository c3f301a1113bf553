package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** gosec: findings that a comment or a suppression takes away are kept as suppressed in the source. */
final class GosecReader extends ElementReader {
    GosecReader() {
        super("gosec", "gosec", SeverityTable.common(), Places.of("Issues[]").version("GosecVersion"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("Issues[]") && outline.has("Stats.found")
                || outline.has("Issues") && outline.has("GosecVersion");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        boolean suppressed = element.path("nosec").asBoolean()
                || element.path("suppressions").size() > 0;
        reading.sink.finding(reading.draft(Kind.CODE, text(element, "severity"))
                .rule(text(element, "rule_id"))
                .message(text(element, "details"))
                .place(text(element, "file"), number(element, "line"))
                .identity(withoutNumbers(text(element, "code")))
                .weakness(element.path("cwe").path("id").asText())
                .suppressedInSource(suppressed ? "suppressed by a comment" : null));
    }

    /** gosec puts the number of its line before each line of code. */
    private static String withoutNumbers(@CheckForNull String code) {
        return code == null ? "" : code.replaceAll("(?m)^\\d+: ", "");
    }
}
