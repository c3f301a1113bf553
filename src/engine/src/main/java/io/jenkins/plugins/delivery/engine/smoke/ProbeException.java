package io.jenkins.plugins.delivery.engine.smoke;

/** An attempt that could not be made or judged, told in words for the report. */
final class ProbeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProbeException(String message) {
        super(message);
    }
}
