package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import java.io.Serializable;

/** One test of a report. No record: it is kept in {@code build.xml}, and XStream cannot read records back. */
public final class TestCase implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How a test went. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private final String suite;
    private final String className;
    private final String name;
    private final Outcome outcome;
    private final double seconds;
    private final String message;

    /**
     * @param seconds how long it took
     * @param message why it failed, or empty
     */
    public TestCase(String suite, String className, String name, Outcome outcome, double seconds, String message) {
        this.suite = suite;
        this.className = className;
        this.name = name;
        this.outcome = outcome;
        this.seconds = seconds;
        this.message = message;
    }

    public String suite() {
        return suite;
    }

    public String className() {
        return className;
    }

    public String name() {
        return name;
    }

    public Outcome outcome() {
        return outcome;
    }

    public double seconds() {
        return seconds;
    }

    public String message() {
        return message;
    }
}
