package io.jenkins.plugins.delivery.engine.scan.vex;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.VexStatement.Status;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import java.util.ArrayList;
import java.util.List;

/** OpenVEX 0.0.1 and 0.2.0 (github.com/openvex/spec). */
final class OpenVex {
    private OpenVex() {}

    static List<VexStatement> statements(VexDocument document) throws ReportFormatException {
        List<VexStatement> statements = new ArrayList<>();
        JsonNode all = document.root().path("statements");
        for (int i = 0; i < all.size(); i++) {
            statements.add(statement(document, "statements[" + i + "]", all.get(i)));
        }
        if (statements.isEmpty()) {
            throw document.problem("statements", "expected at least one");
        }
        return statements;
    }

    private static VexStatement statement(VexDocument document, String place, JsonNode statement)
            throws ReportFormatException {
        List<String> names = new ArrayList<>();
        JsonNode vulnerability = statement.path("vulnerability");
        names.add(
                vulnerability.isTextual()
                        ? vulnerability.asText()
                        : vulnerability.path("name").asText());
        vulnerability.path("aliases").forEach(alias -> names.add(alias.asText()));
        return document.statement(
                place,
                names,
                packages(statement),
                status(document, place, statement.path("status").asText()),
                VexDocument.words(
                        statement.path("justification").asText(),
                        statement.path("impact_statement").asText()),
                document.time(
                        place,
                        statement.path("last_updated"),
                        statement.path("timestamp"),
                        document.root().path("last_updated"),
                        document.root().path("timestamp")));
    }

    /** Where a product has parts, the statement is about those: the product is what was scanned. */
    private static List<String> packages(JsonNode statement) {
        List<String> packages = new ArrayList<>();
        for (JsonNode product : statement.path("products")) {
            if (product.path("subcomponents").isEmpty()) {
                names(product, packages);
            } else {
                product.path("subcomponents").forEach(part -> names(part, packages));
            }
        }
        return packages;
    }

    private static void names(JsonNode product, List<String> names) {
        if (product.isTextual()) {
            names.add(product.asText());
            return;
        }
        names.add(product.path("@id").asText());
        names.add(product.path("identifiers").path("purl").asText());
        String digest = product.path("hashes").path("sha-256").asText();
        names.add(digest.isEmpty() ? "" : "sha256:" + digest);
    }

    private static Status status(VexDocument document, String place, String status) throws ReportFormatException {
        try {
            return Choices.pick("status", status, Status.class);
        } catch (ArgumentException e) {
            throw document.problem(place, e.getMessage());
        }
    }
}
