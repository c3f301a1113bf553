package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** GitLab security reports of any scanner and schema version: static analysis, dependencies, containers, secrets. */
final class GitlabReader extends ElementReader {
    GitlabReader() {
        super(
                "gitlab",
                "GitLab security report",
                SeverityTable.common(),
                Places.of("vulnerabilities[]").version("scan.scanner.version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("vulnerabilities[]", "version")
                && (outline.has("scan.type")
                        || outline.has("vulnerabilities[].category")
                        || outline.has("vulnerabilities[].identifiers[]"));
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        JsonNode location = element.path("location");
        JsonNode dependency = location.path("dependency");
        JsonNode identifiers = element.path("identifiers");
        String scanner = text(element, "scanner", "name");
        FindingDraft draft = new FindingDraft(scanner == null ? title() : scanner, kind(element, location))
                .severity(severities().of(text(element, "severity")), text(element, "severity"))
                .rule(identifiers.size() == 0 ? text(element, "cve") : text(identifiers.path(0), "value"))
                .message(text(element, "name") == null ? text(element, "message") : text(element, "name"))
                .place(text(location, "file"), number(location, "start_line"))
                .component(text(dependency, "package", "name"), text(dependency, "version"), null)
                .identity(text(element, "cve"));
        identifiers.forEach(identifier -> draft.alias(text(identifier, "value")));
        reading.sink.finding(draft);
    }

    private static Kind kind(JsonNode element, JsonNode location) {
        String category = element.path("category").asText();
        if (category.equals("secret_detection") || element.has("raw_source_code_extract")) {
            return Kind.SECRET;
        }
        if (location.has("image")) {
            return Kind.IMAGE;
        }
        return location.has("dependency") ? Kind.DEPENDENCY : Kind.CODE;
    }
}
