package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.BaseCredentials;
import com.cloudbees.plugins.credentials.CredentialsDescriptor;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.ModelObject;
import hudson.util.FormValidation;
import java.io.UnsupportedEncodingException;

public abstract class BaseStandardCredentials extends BaseCredentials implements StandardCredentials {
    public BaseStandardCredentials(String text, String text2) {}

    public BaseStandardCredentials(CredentialsScope credentialsScope, String text, String text2) {}

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract static class BaseStandardCredentialsDescriptor extends CredentialsDescriptor {
        protected BaseStandardCredentialsDescriptor() {}

        protected BaseStandardCredentialsDescriptor(Class<? extends BaseStandardCredentials> type) {}

        public String getCheckIdUrl(CredentialsStore credentialsStore) throws UnsupportedEncodingException {
            throw new UnsupportedOperationException("unwritten");
        }

        public final FormValidation doCheckId(ModelObject modelObject, String text) {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
