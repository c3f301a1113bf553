package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/**
 * SonarQube's web API ({@code api/issues/search}, {@code api/hotspots/search}) and the report of its old preview mode.
 * Every issue counts whatever its status: who exports decides what to ask for.
 */
final class SonarQubeReader extends ElementReader {
    SonarQubeReader() {
        super(
                "sonarqube",
                "SonarQube",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.CRITICAL, "blocker")
                        .with(Severity.HIGH, "critical", "high")
                        .with(Severity.MEDIUM, "major", "medium")
                        .with(Severity.LOW, "minor", "low")
                        .with(Severity.INFO, "info"),
                Places.of("issues[]", "hotspots[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("issues[].rule", "issues[].component")
                || outline.has("hotspots[].vulnerabilityProbability")
                || outline.has("paging.total") && (outline.has("issues[]") || outline.has("hotspots[]"));
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String severity = firstText(element, "severity", "vulnerabilityProbability");
        String component = String.valueOf(text(element, "component"));
        reading.sink.finding(reading.draft(
                        Kind.CODE,
                        severity == null ? text(element.path("impacts").path(0), "severity") : severity)
                .rule(firstText(element, "rule", "ruleKey", "securityCategory"))
                .message(text(element, "message"))
                .place(component.substring(component.lastIndexOf(':') + 1), number(element, "line"))
                .identity(firstText(element, "hash", "key")));
    }
}
