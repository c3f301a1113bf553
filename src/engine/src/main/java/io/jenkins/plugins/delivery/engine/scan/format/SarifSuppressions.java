package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/**
 * The {@code suppressions} of a result (SARIF 2.1.0, sections 3.27.23 and 3.35): it is suppressed if there are any and
 * each of them is accepted, which is what a missing status means.
 */
final class SarifSuppressions {
    private boolean any;
    private boolean open;

    @CheckForNull
    private String justification;

    /** Why the result is suppressed, or null if it is not. */
    @CheckForNull
    String read(JsonInput json) throws IOException {
        json.array(() -> {
            any = true;
            json.object(key -> {
                if (key.equals("status")) {
                    String status = json.text();
                    open |= status != null && !status.equals("accepted");
                } else if (key.equals("justification")) {
                    justification = json.text();
                }
            });
        });
        if (!any || open) {
            return null;
        }
        return justification == null || justification.isBlank() ? "suppressed in the source" : justification;
    }
}
