package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;

/** A drop-down list of {@link StandardCredentials}. */
public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {
    private static final long serialVersionUID = 1;

    public StandardListBoxModel() {}

    @Override
    protected String describe(StandardCredentials c) {
        return CredentialsNameProvider.name(c);
    }
}
