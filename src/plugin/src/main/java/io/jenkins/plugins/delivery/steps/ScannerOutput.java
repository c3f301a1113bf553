package io.jenkins.plugins.delivery.steps;

import java.io.Serializable;

/**
 * The report of a scanner that was run.
 *
 * @param name what messages call it
 * @param path where it is on the agent
 * @param format id of its format; empty if the content says it
 */
record ScannerOutput(String name, String path, String format) implements Serializable {
    private static final long serialVersionUID = 1L;
}
