package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** cargo audit: vulnerabilities; its warnings (unmaintained, yanked) are no findings. The format rarely states a severity, and the tool itself fails on any vulnerability. */
final class CargoAuditReader extends ElementReader {
    CargoAuditReader() {
        super(
                "cargo-audit",
                "cargo audit",
                SeverityTable.otherwise(Severity.HIGH),
                Places.of("vulnerabilities.list[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("vulnerabilities.found", "lockfile");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        JsonNode advisory = element.path("advisory");
        JsonNode component = element.path("package");
        FindingDraft draft = reading.draft(Kind.DEPENDENCY, null)
                .rule(text(advisory, "id"))
                .message(text(advisory, "title"))
                .component(
                        text(component, "name"),
                        text(component, "version"),
                        text(element.path("versions").path("patched").path(0)));
        advisory.path("aliases").forEach(alias -> draft.alias(alias.asText()));
        reading.sink.finding(draft);
    }
}
