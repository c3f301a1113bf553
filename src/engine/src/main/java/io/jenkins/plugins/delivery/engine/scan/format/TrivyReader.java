package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;

/** Trivy's own JSON: the object of {@code SchemaVersion} 2, and the bare list of results before it. */
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
        return second || first || outline.hasAll("[].Target", "[].Class");
    }

    @Override
    public void read(ReportFile file, FindingSink sink) throws IOException {
        JsonInput.read(file, json -> {
            String[] version = {""};
            if (json.isArray()) {
                json.array(() -> new TrivyResult(sink).read(json));
            } else {
                json.object(key -> {
                    if (key.equals("Results")) {
                        json.array(() -> new TrivyResult(sink).read(json));
                    } else if (key.equals("Trivy")) {
                        version[0] = orEmpty(json.textOf("Version"));
                    }
                });
            }
            sink.run("Trivy", version[0]);
        });
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }

    /** What every kind of Trivy finding says of itself. */
    static FindingDraft draft(Kind kind) {
        return new FindingDraft("Trivy", kind);
    }
}
