package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.List;

/** Kubesec: what lowers the score of an object is critical, what would raise it is advice. */
final class KubesecReader extends ElementReader {
    KubesecReader() {
        super(
                "kubesec",
                "Kubesec",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.CRITICAL, "critical")
                        .with(Severity.LOW, "advise"),
                Places.of("[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("[].object", "[].valid") || outline.hasAll("[].score", "[].scoring");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String object = text(element, "object");
        if (element.has("valid") && !element.path("valid").asBoolean()) {
            reading.sink.incomplete("Kubesec could not look at " + object + ": " + text(element, "message"));
        }
        for (String word : List.of("critical", "advise")) {
            for (JsonNode check : each(element.path("scoring").path(word))) {
                reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, word)
                        .rule(firstText(check, "id", "selector"))
                        .message(text(check, "reason") + " (" + object + ")")
                        .place(firstText(element, "fileName", "object"), 0)
                        .identity(object + " " + text(check, "selector")));
            }
        }
    }
}
