package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** Checkov: one object, or a list with one for each kind of file. Only failed checks are findings; without a platform key they have no severity. */
final class CheckovReader extends ElementReader {
    CheckovReader() {
        super(
                "checkov",
                "Checkov",
                SeverityTable.common(),
                Places.of("results.failed_checks[]", "[].results.failed_checks[]")
                        .version("summary.checkov_version", "[].summary.checkov_version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("check_type", "results.failed_checks[]")
                || outline.hasAll("[].check_type", "[].results.failed_checks[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String resource = text(element, "resource");
        reading.sink.finding(reading.draft(kind(element), text(element, "severity"))
                .rule(text(element, "check_id"))
                .message(text(element, "check_name") + (resource == null ? "" : " (" + resource + ")"))
                .place(
                        text(element, "file_path"),
                        element.path("file_line_range").path(0).asInt()));
    }

    private static Kind kind(JsonNode element) {
        String id = element.path("check_id").asText();
        return id.startsWith("CKV_SECRET_") ? Kind.SECRET : Kind.INFRASTRUCTURE;
    }
}
