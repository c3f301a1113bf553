package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/**
 * yarn audit: classic yarn writes a line for each path to a vulnerable package, yarn 4 a line for each package. Yarn 2 and
 * 3 write the one object of npm 6, which nothing tells apart from that, and which is read here if somebody says so.
 */
final class YarnAuditReader extends ElementReader {
    YarnAuditReader() {
        super("yarn-audit", "yarn audit", SeverityTable.common(), Places.of(""));
    }

    @Override
    public boolean recognises(Outline outline) {
        boolean classic = outline.text("type").startsWith("audit") && outline.has("data")
                || outline.has("data.resolution") && outline.has("data.advisory");
        return classic || outline.hasAll("value", "children.Issue");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (element.has("advisories")) {
            element.path("advisories")
                    .fields()
                    .forEachRemaining(advisory ->
                            reading.sink.finding(NpmAdvisory.draft(reading, advisory.getKey(), advisory.getValue())));
        } else if (element.has("children")) {
            reading.sink.finding(fourth(element, reading));
        } else {
            classic(element, reading);
        }
    }

    private static void classic(JsonNode line, Reading reading) {
        JsonNode advisory = line.path("data").path("advisory");
        switch (String.valueOf(text(line, "type"))) {
            case "auditAdvisory" -> {
                reading.note("advisory", "seen");
                reading.sink.finding(NpmAdvisory.draft(reading, String.valueOf(text(advisory, "id")), advisory));
            }
            case "auditSummary" -> reading.note("summary", "seen");
            case "error" -> reading.sink.incomplete("yarn audit failed: " + text(line, "data"));
            default -> {
                // Totals, progress and proposed actions.
            }
        }
    }

    /** Classic yarn ends with a summary; without it nobody knows how many lines are missing. */
    @Override
    void end(Reading reading) {
        if (reading.notes().containsKey("advisory") && !reading.notes().containsKey("summary")) {
            reading.sink.incomplete("The report of yarn audit ends before its summary");
        }
    }

    private static FindingDraft fourth(JsonNode line, Reading reading) {
        JsonNode issue = line.path("children");
        String ghsa = NpmAdvisory.ofUrl(text(issue, "URL"));
        return reading.draft(Kind.DEPENDENCY, text(issue, "Severity"))
                .rule(ghsa == null ? "npm:" + text(issue, "ID") : ghsa)
                .message(text(issue, "Issue"))
                .component(text(line, "value"), text(issue.path("Tree Versions").path(0)), null);
    }
}
