package org.jenkinsci.plugins.scriptsecurity.sandbox;

/** A script in the sandbox tried to use what no administrator has approved. */
public final class RejectedAccessException extends SecurityException {
    private static final long serialVersionUID = 1;
    private final String signature;

    public RejectedAccessException(String message) {
        this(message, null);
    }

    /** {@code signature} is what an administrator could approve, null if there is nothing to approve. */
    public RejectedAccessException(String message, String signature) {
        super(message);
        this.signature = signature;
    }

    public String getSignature() {
        return signature;
    }
}
