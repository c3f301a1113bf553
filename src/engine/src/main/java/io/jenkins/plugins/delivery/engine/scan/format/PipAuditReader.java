package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** pip-audit: a list, or an object with {@code dependencies}. The format has no severities, and the tool itself fails on any finding. */
final class PipAuditReader extends ElementReader {
    PipAuditReader() {
        super("pip-audit", "pip-audit", SeverityTable.otherwise(Severity.HIGH), Places.of("[]", "dependencies[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("[].name", "[].vulns[]")
                || outline.hasAll("dependencies[].name", "dependencies[].vulns[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        for (JsonNode vulnerability : element.path("vulns")) {
            FindingDraft draft = reading.draft(Kind.DEPENDENCY, null)
                    .rule(text(vulnerability, "id"))
                    .message(text(vulnerability, "description"))
                    .component(
                            text(element, "name"),
                            text(element, "version"),
                            text(vulnerability.path("fix_versions").path(0)));
            vulnerability.path("aliases").forEach(alias -> draft.alias(alias.asText()));
            reading.sink.finding(draft);
        }
    }
}
