package com.cloudbees.plugins.credentials;

/** A property of credentials cannot be had now. */
public class CredentialsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String property;

    public CredentialsUnavailableException(String property, String message) {
        this(property, message, null);
    }

    public CredentialsUnavailableException(String property, String message, Throwable cause) {
        super(message, cause);
        this.property = property;
    }

    public String getProperty() {
        return property;
    }

    @Override
    public String getMessage() {
        return "Property '" + property + "' is currently unavailable: " + super.getMessage();
    }
}
