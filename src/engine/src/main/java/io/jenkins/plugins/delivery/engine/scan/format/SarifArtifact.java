package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/** An {@code artifactLocation} (SARIF 2.1.0, section 3.4): a file by its URI, or by its index in the run. */
final class SarifArtifact {
    String uri = "";
    int index = -1;

    @CheckForNull
    String base;

    /** Reads the fields of the object here. */
    void location(JsonInput json) throws IOException {
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            switch (key) {
                case "uri" -> {
                    String text = json.text();
                    uri = text == null ? "" : text;
                }
                case "uriBaseId" -> base = json.text();
                case "index" -> index = json.number(-1);
                default -> {
                    // Its description.
                }
            }
        }
    }

    boolean isKnown() {
        return !uri.isEmpty() || index >= 0;
    }
}
