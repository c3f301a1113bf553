package com.cloudbees.plugins.credentials.common;

public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {
    public StandardListBoxModel() {}

    protected String describe(StandardCredentials standardCredentials) {
        throw new UnsupportedOperationException("unwritten");
    }
}
