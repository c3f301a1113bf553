package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;

/**
 * {@code npm audit --json}: a finding for each advisory with npm 6, and for each vulnerable package with npm 7 and
 * newer ({@code auditReportVersion} 2). pnpm writes the form of npm 6.
 */
final class NpmAuditReader implements ReportReader {
    static final SeverityTable SEVERITIES = SeverityTable.common().with(Severity.MEDIUM, "moderate");

    @Override
    public String id() {
        return "npm-audit";
    }

    @Override
    public String title() {
        return "npm audit";
    }

    @Override
    public SeverityTable severities() {
        return SEVERITIES;
    }

    @Override
    public boolean recognises(Outline outline) {
        boolean seventh = outline.hasAll("auditReportVersion", "vulnerabilities");
        boolean sixth =
                outline.has("advisories") && (outline.has("metadata.vulnerabilities") || outline.has("actions[]"));
        return seventh || sixth || outline.hasAll("error.code", "error.summary");
    }

    @Override
    public void read(ReportFile file, FindingSink sink) throws IOException {
        JsonInput.read(file, json -> {
            boolean[] seen = new boolean[1];
            json.object(key -> {
                switch (key) {
                    case "advisories" -> {
                        seen[0] = true;
                        json.object(
                                id -> sink.finding(NpmAdvisory.read(json, id).draft()));
                    }
                    case "vulnerabilities" -> {
                        seen[0] = true;
                        json.object(
                                name -> sink.finding(NpmPackage.read(json, name).draft()));
                    }
                    case "error" -> throw failed(json);
                    default -> {
                        // Totals and proposed actions.
                    }
                }
            });
            if (!seen[0]) {
                throw json.expected("\"vulnerabilities\" or \"advisories\" (npm audit)");
            }
            sink.run("npm audit", "");
        });
    }

    private static IOException failed(JsonInput json) throws IOException {
        String[] codeAndSummary = {"", ""};
        json.object(key -> {
            if (key.equals("code")) {
                codeAndSummary[0] = json.text();
            } else if (key.equals("summary")) {
                codeAndSummary[1] = json.text();
            }
        });
        return json.expected(
                "the result of an audit; npm failed with " + codeAndSummary[0] + " \"" + codeAndSummary[1] + "\"");
    }

    static FindingDraft draft(@CheckForNull String severity) {
        return new FindingDraft("npm audit", Kind.DEPENDENCY).severity(SEVERITIES.of(severity), severity);
    }

    /** The GHSA id at the end of an advisory's address, or null. */
    @CheckForNull
    static String advisoryOf(@CheckForNull String url) {
        if (url == null) {
            return null;
        }
        String last = url.substring(url.lastIndexOf('/') + 1);
        return last.startsWith("GHSA-") ? last : null;
    }
}
