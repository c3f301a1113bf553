package io.jenkins.plugins.delivery.engine.scan.vex;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.VexStatement.Status;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CSAF 2.0, profile 5: VEX (docs.oasis-open.org/csaf). One statement a vulnerability, status and product. */
final class CsafVex {
    private static final Map<String, Status> STATUSES = Map.of(
            "known_not_affected", Status.NOT_AFFECTED,
            "fixed", Status.FIXED,
            "first_fixed", Status.FIXED,
            "under_investigation", Status.UNDER_INVESTIGATION,
            "known_affected", Status.AFFECTED,
            "first_affected", Status.AFFECTED,
            "last_affected", Status.AFFECTED);

    private final VexDocument document;
    private final Map<String, String> purls = new HashMap<>();

    private CsafVex(VexDocument document) {
        this.document = document;
    }

    static List<VexStatement> statements(VexDocument document) throws ReportFormatException {
        return new CsafVex(document).read();
    }

    private List<VexStatement> read() throws ReportFormatException {
        JsonNode tree = document.root().path("product_tree");
        products(tree);
        for (JsonNode relation : tree.path("relationships")) {
            // A component as part of a product: the component is what a scanner sees.
            String part = purls.get(relation.path("product_reference").asText());
            if (part != null) {
                purls.put(relation.path("full_product_name").path("product_id").asText(), part);
            }
        }
        JsonNode tracking = document.root().path("document").path("tracking");
        Instant time = document.time(
                "document.tracking", tracking.path("current_release_date"), tracking.path("initial_release_date"));
        List<VexStatement> statements = new ArrayList<>();
        JsonNode all = document.root().path("vulnerabilities");
        for (int i = 0; i < all.size(); i++) {
            vulnerability("vulnerabilities[" + i + "]", all.get(i), time, statements);
        }
        if (statements.isEmpty()) {
            throw document.problem("vulnerabilities", "expected at least one with a product_status");
        }
        return statements;
    }

    private void products(JsonNode node) {
        for (String name : List.of("full_product_names", "branches")) {
            node.path(name).forEach(this::products);
        }
        JsonNode product = node.has("product") ? node.path("product") : node;
        String purl = product.path("product_identification_helper").path("purl").asText();
        if (!purl.isEmpty()) {
            purls.put(product.path("product_id").asText(), purl);
        }
    }

    private void vulnerability(String place, JsonNode vulnerability, Instant time, List<VexStatement> statements)
            throws ReportFormatException {
        List<String> names = new ArrayList<>();
        names.add(vulnerability.path("cve").asText());
        vulnerability.path("ids").forEach(id -> names.add(id.path("text").asText()));
        for (Map.Entry<String, JsonNode> status :
                vulnerability.path("product_status").properties()) {
            Status meaning = STATUSES.get(status.getKey());
            if (meaning == null) {
                continue;
            }
            for (JsonNode product : status.getValue()) {
                String id = product.asText();
                statements.add(document.statement(
                        place + ".product_status." + status.getKey(),
                        names,
                        List.of(purls.getOrDefault(id, id)),
                        meaning,
                        justification(vulnerability, id),
                        time));
            }
        }
    }

    private static String justification(JsonNode vulnerability, String product) {
        String flag = "";
        for (JsonNode one : vulnerability.path("flags")) {
            flag = isAbout(one, product) ? one.path("label").asText() : flag;
        }
        String impact = "";
        for (JsonNode one : vulnerability.path("threats")) {
            boolean meant = one.path("category").asText().equals("impact") && isAbout(one, product);
            impact = meant ? one.path("details").asText() : impact;
        }
        return VexDocument.words(flag, impact);
    }

    /** Without a list of products it is about all of them. */
    private static boolean isAbout(JsonNode node, String product) {
        JsonNode ids = node.path("product_ids");
        if (ids.isMissingNode()) {
            return !node.has("group_ids");
        }
        for (JsonNode id : ids) {
            if (id.asText().equals(product)) {
                return true;
            }
        }
        return false;
    }
}
