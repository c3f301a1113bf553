package io.jenkins.plugins.delivery.engine.scan;

/** Takes what a reader finds, in the order of the report. */
public interface FindingSink {
    /** A run of a tool begins; a report without a run proves nothing. */
    void run(String tool, String version);

    void finding(FindingDraft draft);

    /** The tool says of itself that it did not look at everything; such a scan is never clean. */
    void incomplete(String why);
}
