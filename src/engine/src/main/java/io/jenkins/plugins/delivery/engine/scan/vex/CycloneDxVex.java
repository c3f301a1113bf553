package io.jenkins.plugins.delivery.engine.scan.vex;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.VexStatement.Status;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The analysis of vulnerabilities in CycloneDX 1.4 and newer (cyclonedx.org, "impact analysis states"). */
final class CycloneDxVex {
    private static final Map<String, Status> STATES = Map.of(
            "resolved", Status.FIXED,
            "resolved_with_pedigree", Status.FIXED,
            "not_affected", Status.NOT_AFFECTED,
            "false_positive", Status.NOT_AFFECTED,
            "in_triage", Status.UNDER_INVESTIGATION,
            "exploitable", Status.AFFECTED);

    private CycloneDxVex() {}

    static List<VexStatement> statements(VexDocument document) throws ReportFormatException {
        Map<String, String> purls = new HashMap<>();
        document.root().path("components").forEach(component -> purls(component, purls));
        List<VexStatement> statements = new ArrayList<>();
        JsonNode all = document.root().path("vulnerabilities");
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).has("analysis")) {
                statements.add(statement(document, "vulnerabilities[" + i + "]", all.get(i), purls));
            }
        }
        if (statements.isEmpty()) {
            throw document.problem("vulnerabilities", "expected at least one with an analysis");
        }
        return statements;
    }

    private static VexStatement statement(
            VexDocument document, String place, JsonNode vulnerability, Map<String, String> purls)
            throws ReportFormatException {
        JsonNode analysis = vulnerability.path("analysis");
        String state = analysis.path("state").asText();
        Status status = STATES.get(state);
        if (status == null) {
            throw document.problem(
                    place,
                    "there is no state '" + state + "' (known are "
                            + String.join(
                                    ", ", STATES.keySet().stream().sorted().toList()) + ")");
        }
        List<String> names = new ArrayList<>();
        names.add(vulnerability.path("id").asText());
        vulnerability
                .path("references")
                .forEach(reference -> names.add(reference.path("id").asText()));
        List<String> packages = new ArrayList<>();
        vulnerability.path("affects").forEach(affected -> {
            String reference = affected.path("ref").asText();
            // A BOM-Link ends with the reference in the other document.
            String own = reference.startsWith("urn:cdx:") ? reference.substring(reference.indexOf('#') + 1) : reference;
            packages.add(purls.getOrDefault(own, own));
        });
        String why = state.equals("false_positive")
                ? "false positive"
                : analysis.path("justification").asText();
        return document.statement(
                place,
                names,
                packages,
                status,
                VexDocument.words(why, analysis.path("detail").asText()),
                document.time(
                        place,
                        analysis.path("lastUpdated"),
                        analysis.path("firstIssued"),
                        document.root().path("metadata").path("timestamp")));
    }

    private static void purls(JsonNode component, Map<String, String> purls) {
        if (component.has("purl")) {
            purls.put(component.path("bom-ref").asText(), component.path("purl").asText());
        }
        component.path("components").forEach(part -> purls(part, purls));
    }
}
