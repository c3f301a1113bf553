package com.cloudbees.plugins.credentials;

public class CredentialsUnavailableException extends RuntimeException {
    public CredentialsUnavailableException(String text) {}

    public CredentialsUnavailableException(String text, String text2) {}

    public CredentialsUnavailableException(String text, String text2, Throwable throwable) {}

    public CredentialsUnavailableException(String text, Throwable throwable) {}

    public String getProperty() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getMessage() {
        throw new UnsupportedOperationException("unwritten");
    }
}
