package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** detect-secrets: entries of a baseline, except those that somebody audited as no secret. */
final class DetectSecretsReader extends ElementReader {
    DetectSecretsReader() {
        super(
                "detect-secrets",
                "detect-secrets",
                SeverityTable.otherwise(Severity.HIGH),
                Places.of("results.*[]").version("version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("plugins_used[]", "results");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (element.has("is_secret") && !element.path("is_secret").asBoolean()) {
            return;
        }
        boolean verified = element.path("is_verified").asBoolean();
        reading.sink.finding(reading.draft(Kind.SECRET)
                .severity(verified ? Severity.CRITICAL : Severity.HIGH, null)
                .rule(text(element, "type"))
                .message(text(element, "type"))
                .place(reading.seen("results.*"), number(element, "line_number"))
                .secretSha1(text(element, "hashed_secret")));
    }
}
