package io.jenkins.plugins.delivery.engine.scan.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.jenkins.plugins.delivery.engine.scan.AssessedFinding;
import io.jenkins.plugins.delivery.engine.scan.Component;
import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.Place;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import io.jenkins.plugins.delivery.engine.scan.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The findings as SARIF 2.1.0 (OASIS): one run, whose results say by {@code baselineState} what is new and by
 * {@code suppressions} what does not count. The tools that reported a result are among its properties.
 */
public final class SarifExport {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Rules with the worst severity that one of their findings has; they come after the results. */
    private final Map<String, Severity> rules = new LinkedHashMap<>();

    private final JsonGenerator json;

    private SarifExport(JsonGenerator json) {
        this.json = json;
    }

    /** Writes all findings; does not close the stream. */
    public static void write(FindingStore findings, OutputStream to) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(to)) {
            new SarifExport(json).write(findings);
        }
    }

    private void write(FindingStore findings) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        findings.forEach(this::result);
        json.writeEndArray();
        tool();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void result(AssessedFinding assessed) throws IOException {
        Finding finding = assessed.finding();
        rules.merge(finding.rule(), finding.severity(), (one, two) -> one.compareTo(two) < 0 ? one : two);
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeStringField("level", level(finding.severity()));
        text("message", finding.message().isEmpty() ? finding.label() : finding.message());
        location(finding.place());
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("delivery/v1", finding.fingerprint());
        json.writeEndObject();
        json.writeStringField("baselineState", baselineState(assessed.standing()));
        if (assessed.standing() == Standing.SUPPRESSED) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", finding.suppressedInSource() == null ? "external" : "inSource");
            json.writeStringField("justification", assessed.remark());
            json.writeEndObject();
            json.writeEndArray();
        }
        properties(finding);
        json.writeEndObject();
    }

    private void location(Place place) throws IOException {
        if (place == null) {
            return;
        }
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", UriPath.of(place.path()));
        json.writeEndObject();
        if (place.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", place.line());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void properties(Finding finding) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("security-severity", score(finding.severity()));
        json.writeStringField("kind", finding.kind().name());
        strings("witnesses", finding.witnesses());
        strings("aliases", finding.aliases());
        Component component = finding.component();
        if (component != null) {
            json.writeStringField("component", component.toString());
            json.writeStringField("fixedIn", component.fixedIn());
        }
        json.writeEndObject();
    }

    private void strings(String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "securityScan");
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Severity> rule : rules.entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", rule.getKey());
            json.writeObjectFieldStart("properties");
            json.writeStringField("security-severity", score(rule.getValue()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", value);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
            case INFO -> "none";
        };
    }

    /** A score in the middle of the band that GitHub reads as this severity. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }

    private static String baselineState(Standing standing) {
        return switch (standing) {
            case NEW -> "new";
            case FIXED -> "absent";
            case OUTSTANDING, SUPPRESSED -> "unchanged";
        };
    }
}
