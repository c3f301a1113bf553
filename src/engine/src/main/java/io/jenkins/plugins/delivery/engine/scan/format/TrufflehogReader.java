package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** TruffleHog 3: JSON lines, or one array of the same objects. A secret that the tool verified is CRITICAL. */
final class TrufflehogReader extends ElementReader {
    TrufflehogReader() {
        super("trufflehog", "TruffleHog", SeverityTable.otherwise(Severity.HIGH), "");
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("SourceMetadata.Data") || outline.has("[].SourceMetadata.Data");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (element.isArray()) {
            element.forEach(one -> finding(one, reading));
        } else {
            finding(element, reading);
        }
    }

    private static void finding(JsonNode element, Reading reading) {
        if (!element.has("SourceMetadata")) {
            return;
        }
        JsonNode source = element.path("SourceMetadata").path("Data");
        JsonNode where = source.elements().hasNext() ? source.elements().next() : source;
        Severity severity = element.path("Verified").asBoolean() ? Severity.CRITICAL : Severity.HIGH;
        reading.sink.finding(reading.draft(Kind.SECRET)
                .severity(severity, null)
                .rule(text(element, "DetectorName"))
                .message(text(element, "DetectorName") + (severity == Severity.CRITICAL ? ", verified" : ""))
                .place(text(where, "file"), number(where, "line"))
                .secret(text(element, "Raw")));
    }
}
