package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** PMD: the priority counts, 1 being the worst. Violations that are suppressed in the source are no findings. */
final class PmdReader extends ElementReader {
    PmdReader() {
        super(
                "pmd-xml",
                "PMD",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "priority 1", "priority 2")
                        .with(Severity.MEDIUM, "priority 3")
                        .with(Severity.LOW, "priority 4")
                        .with(Severity.INFO, "priority 5"),
                Places.of("pmd.file.violation", "pmd.error", "pmd.configerror").version("pmd.version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.xmlRoot().equals("pmd");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String text = text(element, "");
        if (!place.endsWith(".violation")) {
            reading.sink.incomplete(
                    "PMD could not look at " + firstText(element, "filename", "rule") + ": " + text(element, "msg"));
            return;
        }
        String member = text(element, "class") + "." + text(element, "method") + "." + text(element, "variable");
        reading.sink.finding(reading.draft(Kind.CODE, "priority " + text(element, "priority"))
                .rule(text(element, "rule"))
                .message(text)
                .place(reading.seen("pmd.file.name"), number(element, "beginline"))
                .identity(member + " " + text));
    }
}
