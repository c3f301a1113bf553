package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020).
 *
 * <p>The severity is {@code security-severity} of the result or its rule where there is one, by the bands that GitHub
 * documents for it; else the effective level (section 3.27.10).
 */
final class SarifReader implements ReportReader {
    static final SeverityTable LEVELS = SeverityTable.otherwise(Severity.MEDIUM)
            .with(Severity.HIGH, "error")
            .with(Severity.MEDIUM, "warning")
            .with(Severity.LOW, "note")
            .with(Severity.INFO, "none");

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String title() {
        return "SARIF 2.1.0";
    }

    @Override
    public SeverityTable severities() {
        return LEVELS;
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("runs[].tool.driver")
                || (outline.has("runs[]") || outline.has("runs"))
                        && outline.text("version").startsWith("2.")
                || outline.text("$schema").contains("sarif");
    }

    @Override
    public void read(ReportFile file, FindingSink sink) throws IOException {
        SarifAhead ahead = new SarifAhead(file);
        read(file, sink, ahead);
        if (ahead.toldTooEarly() == null) {
            return;
        }
        if (sink.startAgain()) {
            read(file, sink, SarifAhead.first(file));
        } else {
            sink.incomplete(ahead.toldTooEarly() + " describes paths or levels of its results after them");
        }
    }

    private static void read(ReportFile file, FindingSink sink, SarifAhead ahead) throws IOException {
        JsonInput.read(file, json -> {
            boolean[] runs = new boolean[1];
            json.object(key -> {
                if (key.equals("version")) {
                    checkVersion(json);
                } else if (key.equals("runs")) {
                    runs[0] = true;
                    json.array(() -> new SarifResults(json, sink, ahead).read());
                }
            });
            if (!runs[0]) {
                throw json.expected("an object with \"runs\" (SARIF)");
            }
        });
    }

    private static void checkVersion(JsonInput json) throws IOException {
        String version = json.text();
        if (version == null || !version.startsWith("2.1")) {
            throw json.expected("SARIF version 2.1.0, not \"" + version + "\"");
        }
    }
}
