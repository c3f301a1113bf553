package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.Secret;
import java.io.UnsupportedEncodingException;

public class UsernamePasswordCredentialsImpl extends BaseStandardCredentials
        implements StandardUsernamePasswordCredentials {
    public UsernamePasswordCredentialsImpl(
            CredentialsScope credentialsScope, String text, String text2, String text3, String text4)
            throws Descriptor.FormException {
        super((String) null, (String) null);
    }

    public Secret getPassword() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUsername() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isUsernameSecret() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setUsernameSecret(boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static class DescriptorImpl extends BaseStandardCredentials.BaseStandardCredentialsDescriptor {
        public DescriptorImpl() {}

        public String getDisplayName() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getIconClassName() {
            throw new UnsupportedOperationException("unwritten");
        }

        public FormValidation doCheckPassword(String text) {
            throw new UnsupportedOperationException("unwritten");
        }

        public FormValidation doCheckUsername(String text, boolean flag) {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getCheckIdUrl(CredentialsStore credentialsStore) throws UnsupportedEncodingException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
