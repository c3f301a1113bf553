package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.Set;

/**
 * CycloneDX with vulnerabilities, JSON and XML: the worst rating counts. What its analysis calls not affected, resolved or
 * a false positive is suppressed, as VEX means it.
 */
final class CycloneDxReader extends ElementReader {
    private static final Set<String> HARMLESS =
            Set.of("not_affected", "false_positive", "resolved", "resolved_with_pedigree");

    CycloneDxReader() {
        super(
                "cyclonedx",
                "CycloneDX",
                SeverityTable.common(),
                Places.of(
                        "components[]",
                        "vulnerabilities[]",
                        "bom.components.component",
                        "bom.vulnerabilities.vulnerability"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.text("bomFormat").equals("CycloneDX")
                || outline.xmlRoot().equals("bom") && outline.xmlNamespace().contains("cyclonedx");
    }

    /** A bill of materials without vulnerabilities says that there are none. */
    @Override
    boolean needsList() {
        return false;
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        if (place.contains("omponent")) {
            component(element, reading);
        } else {
            vulnerability(element, reading);
        }
    }

    /** Vulnerabilities name their component by a reference that may say nothing; the oldest XML holds them inside it. */
    private void component(JsonNode component, Reading reading) {
        String reference = text(component, "bom-ref");
        if (reference != null && !reference.startsWith("pkg:")) {
            String purl = text(component, "purl");
            reading.note(reference, purl == null ? text(component, "name") + "@" + text(component, "version") : purl);
        }
        each(component.path("vulnerabilities").path("vulnerability")).forEach(one -> vulnerability(one, reading));
        JsonNode parts = component.path("components");
        each(parts.has("component") ? parts.path("component") : parts).forEach(part -> component(part, reading));
    }

    private void vulnerability(JsonNode element, Reading reading) {
        String worst = worst(list(element, "ratings", "rating"));
        String state = text(element, "analysis", "state");
        String reference = reading.noted(reference(element));
        FindingDraft draft = reading.draft(Kind.DEPENDENCY, worst)
                .rule(text(element, "id"))
                .message(firstText(element, "description", "detail"))
                .component(Purl.name(reference), Purl.version(reference), null);
        for (JsonNode other : list(element, "references", "reference")) {
            draft.alias(text(other, "id"));
        }
        if (state != null && HARMLESS.contains(state)) {
            String detail = text(element, "analysis", "detail");
            draft.suppressedInSource(state + (detail == null ? "" : ": " + detail));
        }
        reading.sink.finding(draft);
    }

    @CheckForNull
    private static String reference(JsonNode element) {
        for (JsonNode target : list(element, "affects", "target")) {
            return text(target, "ref");
        }
        return text(element, "ref");
    }

    /** An array in JSON; in XML an element around others. */
    private static Iterable<JsonNode> list(JsonNode element, String many, String one) {
        JsonNode list = element.path(many);
        return each(list.isArray() ? list : list.path(one));
    }

    @CheckForNull
    private String worst(Iterable<JsonNode> ratings) {
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
