package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** bundler-audit: gems with an advisory, and sources without encryption. Advisories often state no criticality. */
final class BundlerAuditReader extends ElementReader {
    BundlerAuditReader() {
        super(
                "bundler-audit",
                "bundler-audit",
                SeverityTable.common(),
                Places.of("results[]").version("version"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("results[].type", "results[].gem")
                || outline.hasAll("results[].type", "results[].source")
                || outline.hasAll("version", "created_at", "results[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (!element.has("gem")) {
            reading.sink.finding(reading.draft(Kind.CODE, null)
                    .rule(text(element, "type"))
                    .message("The source " + text(element, "source") + " is not encrypted")
                    .place("Gemfile", 0));
            return;
        }
        JsonNode advisory = element.path("advisory");
        String cve = text(advisory, "cve");
        String ghsa = text(advisory, "ghsa");
        reading.sink.finding(reading.draft(Kind.DEPENDENCY, text(advisory, "criticality"))
                .rule(text(advisory, "id"))
                .alias(cve == null ? null : "CVE-" + cve)
                .alias(ghsa == null ? null : "GHSA-" + ghsa)
                .message(text(advisory, "title"))
                .component(
                        text(element, "gem", "name"),
                        text(element, "gem", "version"),
                        text(advisory.path("patched_versions").path(0))));
    }
}
