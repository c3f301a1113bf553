package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code npm audit --json}: a finding for each advisory with npm 6, and for each vulnerable package with npm 7 and
 * newer ({@code auditReportVersion} 2). pnpm writes the form of npm 6.
 */
final class NpmAuditReader extends ElementReader {
    NpmAuditReader() {
        super(
                "npm-audit",
                "npm audit",
                SeverityTable.common(),
                Places.of("advisories.*", "vulnerabilities.*", "error").context("message"));
    }

    @Override
    public boolean recognises(Outline outline) {
        boolean seventh = outline.hasAll("auditReportVersion", "vulnerabilities");
        boolean sixth =
                outline.has("advisories") && (outline.has("metadata.vulnerabilities") || outline.has("actions[]"));
        return seventh
                || sixth
                || outline.hasAll("error.code", "error.summary")
                || outline.hasAll("statusCode", "error.summary");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) throws IOException {
        switch (place) {
            case "advisories.*" ->
                reading.sink.finding(NpmAdvisory.draft(reading, reading.seen("advisories.*"), element));
            case "vulnerabilities.*" ->
                reading.sink.finding(vulnerable(reading, String.valueOf(reading.seen("vulnerabilities.*")), element));
            default -> throw reading.failed("the result of an audit; npm failed with " + failure(element, reading));
        }
    }

    /** The code where npm itself failed, the message alone where its registry did. */
    private static String failure(JsonNode error, Reading reading) {
        return error.has("code")
                ? text(error, "code") + " \"" + text(error, "summary") + "\""
                : "\"" + reading.seen("message") + "\"";
    }

    /** A package, vulnerable itself or through another. */
    private static FindingDraft vulnerable(Reading reading, String name, JsonNode element) {
        FindingDraft draft = reading.draft(Kind.DEPENDENCY, text(element, "severity"))
                .component(name, text(element, "range"), fixed(element.path("fixAvailable")));
        Set<String> advisories = new LinkedHashSet<>();
        List<String> through = new ArrayList<>();
        String title = null;
        for (JsonNode via : each(element.path("via"))) {
            if (via.isObject()) {
                advisories.add(advisory(via));
                title = title == null ? text(via, "title") : title;
            } else {
                through.add(via.asText());
            }
        }
        if (advisories.isEmpty()) {
            return draft.rule("npm:" + name).message("Depends on vulnerable versions of " + String.join(", ", through));
        }
        draft.rule(advisories.iterator().next()).message(title);
        advisories.forEach(draft::alias);
        return draft;
    }

    private static String advisory(JsonNode via) {
        String ghsa = NpmAdvisory.ofUrl(text(via, "url"));
        return ghsa == null ? "npm:" + text(via, "source") : ghsa;
    }

    @CheckForNull
    private static String fixed(JsonNode fix) {
        return fix.isObject() ? text(fix, "name") + " " + text(fix, "version") : null;
    }
}
