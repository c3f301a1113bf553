package io.jenkins.plugins.delivery.acceptance;

/** The suite cannot run as it was asked to; the message says what is wrong, where, and what to do. */
public final class AcceptanceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AcceptanceException(String message) {
        super(message);
    }

    AcceptanceException(String message, Throwable cause) {
        super(message, cause);
    }
}
