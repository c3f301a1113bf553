package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** KICS: a query names the files in which it found something, each a finding. */
final class KicsReader extends ElementReader {
    KicsReader() {
        super(
                "kics",
                "KICS",
                SeverityTable.common().with(Severity.INFO, "trace"),
                Places.of("queries[]").version("kics_version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("queries[].query_id") || outline.hasAll("queries_total", "severity_counters");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        for (JsonNode file : element.path("files")) {
            reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, text(element, "severity"))
                    .rule(text(element, "query_id"))
                    .message(text(element, "query_name") + ": " + text(file, "actual_value"))
                    .place(text(file, "file_name"), number(file, "line"))
                    .identity(text(file, "similarity_id")));
        }
    }
}
