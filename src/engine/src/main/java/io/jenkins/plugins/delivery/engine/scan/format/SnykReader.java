package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** Snyk: one project or several. The tool repeats an issue for each path to the package; the report merges them. */
final class SnykReader extends ElementReader {
    SnykReader() {
        super(
                "snyk",
                "Snyk",
                SeverityTable.common(),
                Places.of(
                                "vulnerabilities[]",
                                "[].vulnerabilities[]",
                                "applications[].vulnerabilities[]",
                                "[].applications[].vulnerabilities[]",
                                "infrastructureAsCodeIssues[]",
                                "[].infrastructureAsCodeIssues[]")
                        .context("targetFile", "[].targetFile"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("vulnerabilities[]", "packageManager")
                || outline.hasAll("[].vulnerabilities[]", "[].packageManager")
                || outline.has("infrastructureAsCodeIssues[]")
                || outline.has("vulnerabilities[].packageManager")
                || outline.has("vulnerabilities[].semver");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (place.endsWith("infrastructureAsCodeIssues[]")) {
            reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, text(element, "severity"))
                    .rule(text(element, "id"))
                    .message(text(element, "title"))
                    .place(
                            reading.seen(place.startsWith("[]") ? "[].targetFile" : "targetFile"),
                            number(element, "lineNumber"))
                    .identity(element.path("path").toString()));
            return;
        }
        boolean license = "license".equals(text(element, "type"));
        boolean system = "linux".equals(text(element, "language"));
        Kind kind = license ? Kind.LICENSE : system ? Kind.IMAGE : Kind.DEPENDENCY;
        FindingDraft draft = reading.draft(kind, text(element, "severity"))
                .rule(text(element, "id"))
                .message(text(element, "title"))
                .component(
                        text(element, "packageName"),
                        text(element, "version"),
                        text(element.path("fixedIn").path(0)));
        element.path("identifiers").path("CVE").forEach(cve -> draft.alias(cve.asText()));
        reading.sink.finding(draft);
    }
}
