package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.Set;

/**
 * CycloneDX JSON with vulnerabilities: the worst rating counts. What its analysis calls not affected, resolved or a
 * false positive is suppressed, as VEX means it.
 */
final class CycloneDxReader extends ElementReader {
    private static final Set<String> HARMLESS =
            Set.of("not_affected", "false_positive", "resolved", "resolved_with_pedigree");

    CycloneDxReader() {
        super("cyclonedx", "CycloneDX", SeverityTable.common(), "vulnerabilities[]");
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.text("bomFormat").equals("CycloneDX");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String worst = worst(element.path("ratings"));
        String state = text(element, "analysis", "state");
        String reference = text(element.path("affects").path(0), "ref");
        FindingDraft draft = reading.draft(Kind.DEPENDENCY, worst)
                .rule(text(element, "id"))
                .message(text(element, "description"))
                .component(Purl.name(reference), Purl.version(reference), null);
        if (state != null && HARMLESS.contains(state)) {
            String detail = text(element, "analysis", "detail");
            draft.suppressedInSource(state + (detail == null ? "" : ": " + detail));
        }
        reading.sink.finding(draft);
    }

    @CheckForNull
    private String worst(JsonNode ratings) {
        String worst = null;
        Severity severity = null;
        for (JsonNode rating : ratings) {
            String word = text(rating, "severity");
            if (word != null && (severity == null || severities().of(word).compareTo(severity) < 0)) {
                worst = word;
                severity = severities().of(word);
            }
        }
        return worst;
    }
}
