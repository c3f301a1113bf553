package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.BaseCredentials;
import com.cloudbees.plugins.credentials.CredentialsDescriptor;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Util;
import java.util.UUID;

/** Credentials with an id and a description. */
public abstract class BaseStandardCredentials extends BaseCredentials implements StandardCredentials {
    private static final long serialVersionUID = 1;
    private final String id;
    private final String description;

    public BaseStandardCredentials(String id, String description) {
        this(null, id, description);
    }

    /** With a made-up id when that is empty. */
    public BaseStandardCredentials(CredentialsScope scope, String id, String description) {
        super(scope);
        this.id = Util.fixEmptyAndTrim(id) == null ? UUID.randomUUID().toString() : id;
        this.description = Util.fixNull(description);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof StandardCredentials that && id.equals(that.getId());
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    /** Describes a kind of them. */
    public abstract static class BaseStandardCredentialsDescriptor extends CredentialsDescriptor {
        protected BaseStandardCredentialsDescriptor() {}

        protected BaseStandardCredentialsDescriptor(Class<? extends BaseStandardCredentials> clazz) {
            super(clazz);
        }
    }
}
