package com.cloudbees.plugins.credentials.common;

public class StandardUsernameListBoxModel
        extends AbstractIdCredentialsListBoxModel<StandardUsernameListBoxModel, StandardUsernameCredentials> {
    public StandardUsernameListBoxModel() {}

    protected String describe(StandardUsernameCredentials standardUsernameCredentials) {
        throw new UnsupportedOperationException("unwritten");
    }
}
