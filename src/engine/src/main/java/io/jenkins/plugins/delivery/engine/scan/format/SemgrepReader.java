package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Semgrep and OpenGrep JSON: results that are ignored in the source are left out, as the tool counts them. */
final class SemgrepReader extends ElementReader {
    SemgrepReader() {
        super(
                "semgrep",
                "Semgrep",
                SeverityTable.common()
                        .with(Severity.HIGH, "error")
                        .with(Severity.MEDIUM, "warning")
                        .with(Severity.LOW, "inventory", "experiment"),
                Places.of("results[]").version("version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("results[].check_id") || outline.has("results[]") && outline.has("paths.scanned[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        JsonNode extra = element.path("extra");
        if (extra.path("is_ignored").asBoolean()) {
            return;
        }
        String fingerprint = text(extra, "fingerprint");
        boolean own = fingerprint != null && fingerprint.matches("[0-9a-f_]{32,}");
        JsonNode weakness = extra.path("metadata").path("cwe");
        reading.sink.finding(reading.draft(Kind.CODE, text(extra, "severity"))
                .weakness(weakness.isArray() ? weakness.path(0).asText() : weakness.asText())
                .rule(text(element, "check_id"))
                .message(text(extra, "message"))
                .place(text(element, "path"), number(element, "start", "line"))
                .identity(own ? fingerprint : text(extra, "lines")));
    }
}
