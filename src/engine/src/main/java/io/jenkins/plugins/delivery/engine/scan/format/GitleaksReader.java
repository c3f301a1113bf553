package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Gitleaks: version 8 with capitalised keys, and the older ones. What was matched is not kept, only its keyed fingerprint. */
final class GitleaksReader extends ElementReader {
    GitleaksReader() {
        super("gitleaks", "Gitleaks", SeverityTable.otherwise(Severity.HIGH), Places.of("[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("[].RuleID", "[].File") || outline.hasAll("[].rule", "[].offender");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        boolean eight = element.has("RuleID");
        reading.sink.finding(reading.draft(Kind.SECRET, null)
                .rule(text(element, eight ? "RuleID" : "rule"))
                .message(eight ? text(element, "Description") : text(element, "rule"))
                .place(text(element, eight ? "File" : "file"), number(element, eight ? "StartLine" : "lineNumber"))
                .secret(text(element, eight ? "Secret" : "offender")));
    }
}
