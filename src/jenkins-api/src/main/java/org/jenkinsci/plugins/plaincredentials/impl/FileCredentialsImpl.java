package org.jenkinsci.plugins.plaincredentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

public final class FileCredentialsImpl extends BaseStandardCredentials implements FileCredentials {
    public FileCredentialsImpl(
            CredentialsScope credentialsScope, String text, String text2, String text3, SecretBytes secretBytes) {
        super((String) null, (String) null);
    }

    public String getFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public SecretBytes getSecretBytes() {
        throw new UnsupportedOperationException("unwritten");
    }

    public InputStream getContent() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static class DescriptorImpl extends BaseStandardCredentials.BaseStandardCredentialsDescriptor {
        public DescriptorImpl() {}

        public String getDisplayName() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getCheckIdUrl(CredentialsStore credentialsStore) throws UnsupportedEncodingException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
