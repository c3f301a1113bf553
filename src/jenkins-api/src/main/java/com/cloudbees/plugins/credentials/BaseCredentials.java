package com.cloudbees.plugins.credentials;

public class BaseCredentials implements Credentials {
    protected BaseCredentials() {}

    public BaseCredentials(CredentialsScope credentialsScope) {}

    public CredentialsScope getScope() {
        throw new UnsupportedOperationException("unwritten");
    }

    public CredentialsDescriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }
}
