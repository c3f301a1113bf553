package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/**
 * Safety: {@code check} (with the notes on its deprecation around the JSON, and the bare lists of version 1) and
 * {@code scan}. No severities: the tool fails on any vulnerability.
 */
final class SafetyReader extends ElementReader {
    private static final String DEPENDENCIES = "files[].results.dependencies[]";

    SafetyReader() {
        super(
                "safety",
                "Safety",
                SeverityTable.otherwise(Severity.HIGH),
                Places.of(
                                "[]",
                                "vulnerabilities[]",
                                "scan_results.projects[]." + DEPENDENCIES,
                                "scan_results." + DEPENDENCIES)
                        .version("report_meta.safety_version", "meta.telemetry.safety_version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("report_meta.safety_version")
                || outline.hasAll("scan_results", "meta.scan_type")
                || outline.has("[][]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (place.equals("[]")) {
            reading.sink.finding(first(element, reading));
        } else if (place.equals("vulnerabilities[]")) {
            check(element, reading);
        } else {
            for (JsonNode specification : element.path("specifications")) {
                specification
                        .path("vulnerabilities")
                        .path("known_vulnerabilities")
                        .forEach(known -> scan(known, element, specification, reading));
            }
        }
    }

    /** Version 1: package, affected versions, installed version, advisory, id. */
    private static FindingDraft first(JsonNode element, Reading reading) {
        return reading.draft(Kind.DEPENDENCY, null)
                .rule(text(element.path(4)))
                .message(text(element.path(3)))
                .component(text(element.path(0)), text(element.path(2)), null);
    }

    private static void check(JsonNode element, Reading reading) {
        FindingDraft draft = reading.draft(Kind.DEPENDENCY, null)
                .rule(text(element, "vulnerability_id"))
                .message(text(element, "advisory"))
                .component(
                        text(element, "package_name"),
                        text(element, "analyzed_version"),
                        text(element.path("fixed_versions").path(0)))
                .suppressedInSource(element.path("ignored").asBoolean() ? reason(element, "ignored_reason") : null);
        reading.sink.finding(draft.alias(text(element, "CVE")));
    }

    private static void scan(JsonNode known, JsonNode dependency, JsonNode specification, Reading reading) {
        JsonNode ignored = known.path("ignored");
        String version = String.valueOf(text(specification, "raw")).replaceAll(".*==", "");
        reading.sink.finding(reading.draft(Kind.DEPENDENCY, null)
                .rule(text(known, "id"))
                .message("Vulnerable versions: " + text(known, "vulnerable_spec"))
                .component(text(dependency, "name"), version, null)
                .suppressedInSource(ignored.isObject() ? reason(ignored, "reason") : null));
    }

    private static String reason(JsonNode node, String field) {
        String reason = text(node, field);
        return reason == null || reason.isBlank() ? "ignored by the policy" : reason;
    }
}
