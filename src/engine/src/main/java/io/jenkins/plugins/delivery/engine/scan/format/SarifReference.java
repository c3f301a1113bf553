package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/** A {@code reportingDescriptorReference} (SARIF 2.1.0, section 3.52): to a rule or to an entry of a taxonomy. */
final class SarifReference {
    @CheckForNull
    String id;

    int index = -1;

    @CheckForNull
    String guid;

    /** The tool component that holds it: the driver where nothing is said. */
    int component = -1;

    @CheckForNull
    String componentName;

    @CheckForNull
    String componentGuid;

    static SarifReference read(JsonInput json) throws IOException {
        SarifReference reference = new SarifReference();
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            switch (key) {
                case "id" -> reference.id = json.text();
                case "index" -> reference.index = json.number(-1);
                case "guid" -> reference.guid = json.text();
                case "toolComponent" -> reference.component(json);
                default -> {
                    // Properties.
                }
            }
        }
        return reference;
    }

    private void component(JsonInput json) throws IOException {
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            switch (key) {
                case "index" -> component = json.number(-1);
                case "name" -> componentName = json.text();
                case "guid" -> componentGuid = json.text();
                default -> {
                    // Properties.
                }
            }
        }
    }

    boolean isOf(String taxonomy) {
        return taxonomy.equalsIgnoreCase(componentName);
    }
}
