package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.util.List;

/** Grype: an element of {@code matches} for each package and advisory; ignored matches are left out. */
final class GrypeReader extends ElementReader {
    GrypeReader() {
        super("grype", "Grype", SeverityTable.common(), Places.of("matches[]").version("descriptor.version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("matches[].vulnerability") || outline.has("matches[]") && outline.has("descriptor.name");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        JsonNode vulnerability = element.path("vulnerability");
        JsonNode artifact = element.path("artifact");
        Kind kind =
                List.of("deb", "apk", "rpm").contains(artifact.path("type").asText()) ? Kind.IMAGE : Kind.DEPENDENCY;
        FindingDraft draft = reading.draft(kind, text(vulnerability, "severity"))
                .rule(text(vulnerability, "id"))
                .message(text(vulnerability, "description"))
                .place(text(artifact.path("locations").path(0), "path"), 0)
                .component(text(artifact, "name"), text(artifact, "version"), versions(vulnerability));
        element.path("relatedVulnerabilities").forEach(related -> draft.alias(text(related, "id")));
        reading.sink.finding(draft);
    }

    private static String versions(JsonNode vulnerability) {
        StringBuilder versions = new StringBuilder();
        vulnerability.path("fix").path("versions").forEach(version -> versions.append(
                        versions.length() == 0 ? "" : ", ")
                .append(version.asText()));
        return versions.toString();
    }
}
