package io.jenkins.plugins.delivery.rehearsal.steps.input;

/** An answer that does not count, with the reason; the question stays open. */
public final class InputRefused extends Exception {
    private static final long serialVersionUID = 1;

    InputRefused(String message) {
        super(message);
    }
}
