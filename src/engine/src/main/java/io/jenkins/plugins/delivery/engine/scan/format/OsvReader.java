package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** OSV-Scanner: an entry for each advisory of each package. The severity is what the database of the advisory states. */
final class OsvReader extends ElementReader {
    OsvReader() {
        super("osv-scanner", "OSV-Scanner", SeverityTable.common(), Places.of("results[].packages[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("results[].packages[].package")
                || outline.has("results[]") && outline.has("experimental_config");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        JsonNode component = element.path("package");
        for (JsonNode vulnerability : element.path("vulnerabilities")) {
            String severity = text(vulnerability, "database_specific", "severity");
            FindingDraft draft = reading.draft(Kind.DEPENDENCY, severity)
                    .rule(text(vulnerability, "id"))
                    .message(text(vulnerability, "summary"))
                    .component(text(component, "name"), text(component, "version"), null);
            vulnerability.path("aliases").forEach(alias -> draft.alias(alias.asText()));
            reading.sink.finding(draft);
        }
    }
}
