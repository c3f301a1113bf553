package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.List;

/** tfsec: only results that failed; older versions write the status as number 0, or not at all. */
final class TfsecReader extends ElementReader {
    TfsecReader() {
        super(
                "tfsec",
                "tfsec",
                SeverityTable.common().with(Severity.HIGH, "error").with(Severity.MEDIUM, "warning"),
                Places.of("results[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("results[].rule_id") && outline.has("results[].location");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String status = text(element, "status");
        if (status != null && !List.of("0", "failed").contains(status)) {
            return;
        }
        JsonNode location = element.path("location");
        String resource = text(element, "resource");
        reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, text(element, "severity"))
                .rule(text(element, "rule_id"))
                .alias(text(element, "long_id"))
                .message(text(element, "description"))
                .place(text(location, "filename"), number(location, "start_line"))
                .identity(resource));
    }
}
