package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** Anchore: the engine's vulnerabilities, the enterprise's evaluation, and the list of anchorectl. */
final class AnchoreReader extends ElementReader {
    AnchoreReader() {
        super(
                "anchore",
                "Anchore",
                SeverityTable.common(),
                Places.of("[]", "vulnerabilities[]", "securityEvaluation[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("imageDigest", "vulnerabilities[]")
                || outline.has("vulnerabilities[].feed_group")
                || outline.has("securityEvaluation[]")
                || outline.hasAll("[].vuln", "[].severity");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String name = firstText(element, "package_name", "packageName", "package");
        FindingDraft draft = reading.draft(Kind.IMAGE, text(element, "severity"))
                .rule(firstText(element, "vuln", "vulnerabilityId"))
                .message(firstText(element, "description", "url", "link"))
                .place(stated(firstText(element, "package_path", "packagePath", "path")), 0)
                .component(
                        name,
                        firstText(element, "package_version", "packageVersion"),
                        stated(firstText(element, "fix", "fixAvailable")));
        reading.sink.finding(draft.alias(text(element, "cves")));
    }

    /** Anchore writes the word where it has nothing to say. */
    @CheckForNull
    private static String stated(@CheckForNull String text) {
        return "None".equals(text) ? null : text;
    }
}
