package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Nancy: vulnerabilities of Go modules. The severity is that of the CVSS score. */
final class NancyReader extends ElementReader {
    NancyReader() {
        super(
                "nancy",
                "Nancy",
                SeverityTable.otherwise(Severity.MEDIUM),
                Places.of("vulnerable[]").version("version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("num_audited", "num_vulnerable") || outline.has("vulnerable[].Coordinates");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String purl = text(element, "Coordinates");
        for (JsonNode vulnerability : each(element.path("Vulnerabilities"))) {
            double score = vulnerability.path("CvssScore").asDouble(Double.NaN);
            FindingDraft draft = reading.draft(Kind.DEPENDENCY)
                    .severity(Double.isNaN(score) ? Severity.MEDIUM : Severity.ofCvss(score), null)
                    .rule(firstText(vulnerability, "Cve", "Id"))
                    .alias(text(vulnerability, "Id"))
                    .message(text(vulnerability, "Title"))
                    .component(Purl.name(purl), Purl.version(purl), null)
                    .suppressedInSource(
                            vulnerability.path("Excluded").asBoolean() ? "excluded by Nancy's own file" : null);
            reading.sink.finding(draft);
        }
    }
}
