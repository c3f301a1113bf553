package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;

/**
 * Trivy's own JSON: the object of {@code SchemaVersion} 2, the bare list of results before it, and {@code trivy k8s}.
 */
final class TrivyReader implements ReportReader {
    static final SeverityTable SEVERITIES = SeverityTable.common();

    @Override
    public String id() {
        return "trivy";
    }

    @Override
    public String title() {
        return "Trivy";
    }

    @Override
    public SeverityTable severities() {
        return SEVERITIES;
    }

    @Override
    public boolean recognises(Outline outline) {
        boolean second = outline.hasAll("SchemaVersion", "ArtifactName");
        boolean first = outline.has("[].Target") && (outline.has("[].Vulnerabilities") || outline.has("[].Type"));
        boolean cluster = outline.has("ClusterName")
                && (outline.has("Resources[]")
                        || outline.has("Vulnerabilities[]")
                        || outline.has("Misconfigurations[]"));
        return second || first || cluster || outline.hasAll("[].Target", "[].Class");
    }

    @Override
    public void read(ReportFile file, FindingSink sink) throws IOException {
        JsonInput.read(file, json -> {
            String[] version = {""};
            if (json.isArray()) {
                json.array(() -> new TrivyResult(sink).read(json));
            } else {
                json.object(key -> {
                    switch (key) {
                        case "Results" -> json.array(() -> new TrivyResult(sink).read(json));
                        case "Resources", "Vulnerabilities", "Misconfigurations" ->
                            json.array(() -> resource(json, sink));
                        case "Trivy" -> version[0] = orEmpty(json.textOf("Version"));
                        default -> {
                            // What was scanned, and when.
                        }
                    }
                });
            }
            sink.run("Trivy", version[0]);
        });
    }

    /** A resource of a cluster has results of its own, or says why it could not be looked at. */
    private static void resource(JsonInput json, FindingSink sink) throws IOException {
        String[] nameAndError = {"", ""};
        json.object(key -> {
            switch (key) {
                case "Results" -> json.array(() -> new TrivyResult(sink).read(json));
                case "Name" -> nameAndError[0] = orEmpty(json.text());
                case "Error" -> nameAndError[1] = orEmpty(json.text());
                default -> {
                    // Its kind and namespace.
                }
            }
        });
        if (!nameAndError[1].isEmpty()) {
            sink.incomplete("Trivy could not look at " + nameAndError[0] + ": " + nameAndError[1]);
        }
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }

    /** What every kind of Trivy finding says of itself. */
    static FindingDraft draft(Kind kind) {
        return new FindingDraft("Trivy", kind);
    }
}
