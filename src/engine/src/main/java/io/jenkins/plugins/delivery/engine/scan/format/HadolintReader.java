package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Hadolint. */
final class HadolintReader extends ElementReader {
    HadolintReader() {
        super(
                "hadolint",
                "Hadolint",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "error")
                        .with(Severity.MEDIUM, "warning")
                        .with(Severity.LOW, "info")
                        .with(Severity.INFO, "style", "ignore"),
                Places.of("[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("[].code", "[].level", "[].line", "[].file");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        reading.sink.finding(reading.draft(Kind.IMAGE, text(element, "level"))
                .rule(text(element, "code"))
                .message(text(element, "message"))
                .place(text(element, "file"), number(element, "line")));
    }
}
