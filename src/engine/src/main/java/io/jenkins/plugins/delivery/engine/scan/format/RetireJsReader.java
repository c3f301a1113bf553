package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** Retire.js: the object of version 2 and newer, and the bare list before it. */
final class RetireJsReader extends ElementReader {
    RetireJsReader() {
        super(
                "retirejs",
                "Retire.js",
                SeverityTable.common(),
                Places.of("data[].results[]", "[].results[]", "errors[]")
                        .version("version")
                        .context("data[].file", "[].file"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("data[].results[].component")
                || outline.has("[].results[].component")
                || outline.hasAll("data[]", "messages[]", "errors[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (place.equals("errors[]")) {
            reading.sink.incomplete("Retire.js could not look at everything: " + element.asText());
            return;
        }
        for (JsonNode vulnerability : each(element.path("vulnerabilities"))) {
            JsonNode names = vulnerability.path("identifiers");
            String name = firstText(element, "npmname", "component");
            String summary = text(names, "summary");
            String message = summary == null ? "Vulnerable version of " + name : summary;
            String ghsa = text(names, "githubID");
            FindingDraft draft = reading.draft(Kind.DEPENDENCY, text(vulnerability, "severity"))
                    .rule(rule(names, ghsa, message))
                    .alias(ghsa)
                    .message(message)
                    .place(reading.seen(place.replace("results[]", "file")), 0)
                    .component(name, text(element, "version"), text(vulnerability, "below"));
            names.path("CVE").forEach(cve -> draft.alias(cve.asText()));
            reading.sink.finding(draft);
        }
    }

    /** Old entries of its database have no name but their summary. */
    private static String rule(JsonNode names, @CheckForNull String ghsa, String message) {
        String cve = text(names.path("CVE").path(0));
        String other = ghsa == null ? "retire:" + message : ghsa;
        return cve == null ? other : cve;
    }
}
