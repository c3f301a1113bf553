package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;

/** A drop-down list of {@link StandardUsernameCredentials}. */
public class StandardUsernameListBoxModel
        extends AbstractIdCredentialsListBoxModel<StandardUsernameListBoxModel, StandardUsernameCredentials> {
    private static final long serialVersionUID = 1;

    public StandardUsernameListBoxModel() {}

    @Override
    protected String describe(StandardUsernameCredentials c) {
        return CredentialsNameProvider.name(c);
    }
}
