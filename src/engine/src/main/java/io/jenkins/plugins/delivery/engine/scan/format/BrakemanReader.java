package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Brakeman: the format has no severity but the confidence, which stands for it. */
final class BrakemanReader extends ElementReader {
    BrakemanReader() {
        super(
                "brakeman",
                "Brakeman",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "confidence high")
                        .with(Severity.MEDIUM, "confidence medium")
                        .with(Severity.LOW, "confidence weak"),
                Places.of("warnings[]").version("scan_info.brakeman_version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("scan_info.brakeman_version", "warnings[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        reading.sink.finding(reading.draft(Kind.CODE, "confidence " + text(element, "confidence"))
                .rule(text(element, "check_name"))
                .message(text(element, "message"))
                .place(text(element, "file"), number(element, "line"))
                .identity(text(element, "fingerprint"))
                .weakness(element.path("cwe_id").path(0).asText()));
    }
}
