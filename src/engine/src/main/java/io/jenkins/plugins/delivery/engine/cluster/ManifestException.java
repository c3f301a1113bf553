package io.jenkins.plugins.delivery.engine.cluster;

/** A manifest that cannot be used. The message names file, document or line, object, and what to do. */
public final class ManifestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ManifestException(String message) {
        super(message);
    }
}
