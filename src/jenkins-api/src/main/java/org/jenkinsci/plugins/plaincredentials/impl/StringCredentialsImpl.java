package org.jenkinsci.plugins.plaincredentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import hudson.util.Secret;
import java.io.UnsupportedEncodingException;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

public final class StringCredentialsImpl extends BaseStandardCredentials implements StringCredentials {
    public StringCredentialsImpl(CredentialsScope credentialsScope, String text, String text2, Secret secret) {
        super((String) null, (String) null);
    }

    public Secret getSecret() {
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

        public String getCheckIdUrl(CredentialsStore credentialsStore) throws UnsupportedEncodingException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
