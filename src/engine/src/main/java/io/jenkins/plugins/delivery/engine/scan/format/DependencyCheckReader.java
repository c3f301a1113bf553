package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.util.Locale;

/** OWASP Dependency-Check, JSON and XML: an entry for each vulnerability of each dependency. */
final class DependencyCheckReader extends ElementReader {
    DependencyCheckReader() {
        super(
                "dependency-check",
                "OWASP Dependency-Check",
                SeverityTable.common(),
                Places.of(
                                "dependencies[]",
                                "scanInfo.analysisExceptions[]",
                                "analysis.dependencies.dependency",
                                "analysis.scanInfo.analysisExceptions.exception")
                        .version("scanInfo.engineVersion", "analysis.scanInfo.engineVersion"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("dependencies[]") && outline.hasAll("reportSchema", "scanInfo")
                || outline.xmlRoot().equals("analysis")
                        && outline.xmlNamespace().toLowerCase(Locale.ROOT).contains("dependency-check");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (place.contains("Exceptions")) {
            JsonNode exception = element.has("exception") ? element.path("exception") : element;
            reading.sink.incomplete("Dependency-Check could not look at everything: " + text(exception, "message"));
            return;
        }
        JsonNode found = element.path("vulnerabilities");
        boolean xml = found.isObject();
        for (JsonNode one : each(xml ? found.path("vulnerability") : found)) {
            reading.sink.finding(draft(one, element, reading));
        }
        for (JsonNode one :
                each(xml ? found.path("suppressedVulnerability") : element.path("suppressedVulnerabilities"))) {
            reading.sink.finding(draft(one, element, reading).suppressedInSource(why(one)));
        }
    }

    private static String why(JsonNode suppressed) {
        String notes = text(suppressed, "notes");
        return notes == null || notes.isBlank() ? "suppressed by the tool's own file" : notes;
    }

    private FindingDraft draft(JsonNode vulnerability, JsonNode dependency, Reading reading) {
        String severity = firstText(vulnerability, "severity");
        if (severity == null) {
            severity = firstText(
                    vulnerability.has("cvssV3") ? vulnerability.path("cvssV3") : vulnerability.path("cvssv3"),
                    "baseSeverity");
        }
        String purl = purl(dependency);
        String file = text(dependency, "fileName");
        return reading.draft(Kind.DEPENDENCY, severity)
                .rule(text(vulnerability, "name"))
                .message(text(vulnerability, "description"))
                .place(text(dependency, "filePath"), 0)
                .component(purl == null ? file : Purl.name(purl), purl == null ? null : Purl.version(purl), null);
    }

    @CheckForNull
    private static String purl(JsonNode dependency) {
        for (JsonNode one : each(dependency.path("packages"))) {
            String id = text(one, "id");
            if (id != null && id.startsWith("pkg:")) {
                return id;
            }
        }
        for (JsonNode one : each(dependency.path("identifiers").path("package"))) {
            String id = text(one, "id");
            if (id != null && id.startsWith("pkg:")) {
                return id;
            }
        }
        return null;
    }
}
