package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** TruffleHog: version 3 as JSON lines or one array of the same objects, and version 2 with its {@code stringsFound}. A secret that the tool verified is CRITICAL. */
final class TrufflehogReader extends ElementReader {
    TrufflehogReader() {
        super("trufflehog", "TruffleHog", SeverityTable.otherwise(Severity.HIGH), Places.of("", "[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("SourceMetadata.Data")
                || outline.has("[].SourceMetadata.Data")
                || outline.hasAll("stringsFound[]", "path")
                || outline.hasAll("[].stringsFound[]", "[].path");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (element.has("SourceMetadata")) {
            third(element, reading);
        } else if (element.has("stringsFound")) {
            second(element, reading);
        }
    }

    private static void third(JsonNode element, Reading reading) {
        JsonNode source = element.path("SourceMetadata").path("Data");
        JsonNode where = source.elements().hasNext() ? source.elements().next() : source;
        Severity severity = element.path("Verified").asBoolean() ? Severity.CRITICAL : Severity.HIGH;
        reading.sink.finding(reading.draft(Kind.SECRET)
                .severity(severity, null)
                .rule(text(element, "DetectorName"))
                .message(text(element, "DetectorName") + (severity == Severity.CRITICAL ? ", verified" : ""))
                .place(firstText(where, "file", "link", "bucket", "image"), number(where, "line"))
                .secret(text(element, "Raw")));
    }

    /** The diff and the strings are the secret itself: only their keyed fingerprint is kept. */
    private static void second(JsonNode element, Reading reading) {
        reading.sink.finding(reading.draft(Kind.SECRET, null)
                .rule(text(element, "reason"))
                .message(text(element, "reason"))
                .place(text(element, "path"), 0)
                .secret(text(element.path("stringsFound").path(0))));
    }
}
