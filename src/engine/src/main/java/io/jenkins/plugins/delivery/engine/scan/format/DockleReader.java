package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.List;

/** Dockle: what it passes, skips or ignores is no finding. */
final class DockleReader extends ElementReader {
    DockleReader() {
        super(
                "dockle",
                "Dockle",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.CRITICAL, "fatal")
                        .with(Severity.MEDIUM, "warn")
                        .with(Severity.LOW, "info"),
                Places.of("details[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("summary.fatal", "summary.warn");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String level = text(element, "level");
        if (level == null || !List.of("FATAL", "WARN", "INFO").contains(level)) {
            return;
        }
        StringBuilder alerts = new StringBuilder();
        element.path("alerts").forEach(alert -> alerts.append(alerts.length() == 0 ? ": " : "; ")
                .append(alert.asText()));
        reading.sink.finding(reading.draft(Kind.IMAGE, level)
                .rule(text(element, "code"))
                .message(text(element, "title") + alerts)
                .identity(text(element, "code")));
    }
}
