package io.jenkins.plugins.delivery.engine.scan;

import java.io.IOException;

/** Takes what a reader finds, in the order of the report. */
public interface FindingSink {
    /** A run of a tool begins; a report without a run proves nothing. */
    void run(String tool, String version);

    void finding(FindingDraft draft);

    /**
     * Forgets what was told of this file, because the rest of it shows that it meant something else.
     *
     * @return false if that cannot be forgotten
     */
    default boolean startAgain() throws IOException {
        return false;
    }

    /** The tool says of itself that it did not look at everything; such a scan is never clean. */
    void incomplete(String why);
}
