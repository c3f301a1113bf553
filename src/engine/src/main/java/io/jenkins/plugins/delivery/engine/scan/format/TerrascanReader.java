package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** Terrascan: only violations, skipped ones are left out. Its {@code scan_errors} name kinds of files that a folder does not have. */
final class TerrascanReader extends ElementReader {
    TerrascanReader() {
        super("terrascan", "Terrascan", SeverityTable.common(), Places.of("results.violations[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("results.scan_summary") || outline.has("results.violations[].rule_id");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, text(element, "severity"))
                .rule(text(element, "rule_id"))
                .alias(text(element, "rule_name"))
                .message(text(element, "description"))
                .place(text(element, "file"), number(element, "line"))
                .identity(text(element, "resource_type") + "." + text(element, "resource_name")));
    }
}
