package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Clair's vulnerabilities as clair-scanner, klar and clairctl write them. */
final class ClairReader extends ElementReader {
    ClairReader() {
        super(
                "clair",
                "Clair",
                SeverityTable.common().with(Severity.CRITICAL, "defcon1"),
                Places.of("vulnerabilities[]", "vulnerabilities.*", "Vulnerabilities.*[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("LayerCount", "Vulnerabilities")
                || outline.hasAll("manifest_hash", "vulnerabilities")
                || outline.has("vulnerabilities[].featurename")
                || outline.hasAll("image", "unapproved");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        reading.sink.finding(
                reading.draft(Kind.IMAGE, firstText(element, "Severity", "severity", "normalized_severity"))
                        .rule(firstText(element, "Name", "vulnerability", "name"))
                        .message(firstText(element, "Description", "description"))
                        .component(
                                element.has("package")
                                        ? text(element, "package", "name")
                                        : firstText(element, "FeatureName", "featurename"),
                                element.has("package")
                                        ? text(element, "package", "version")
                                        : firstText(element, "FeatureVersion", "featureversion"),
                                firstText(element, "FixedBy", "fixedby", "fixed_in_version")));
    }
}
