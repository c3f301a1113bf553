package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import java.io.Serializable;

/**
 * One test of a report.
 *
 * @param seconds how long it took
 * @param message why it failed, or empty
 */
public record TestCase(String suite, String className, String name, Outcome outcome, double seconds, String message)
        implements Serializable {
    /** How a test went. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }
}
