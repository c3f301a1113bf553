package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainCredentials;
import hudson.XmlFile;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

public class SystemCredentialsProvider extends AbstractDescribableImpl<SystemCredentialsProvider> implements Saveable {
    public SystemCredentialsProvider() {}

    public static void forceLoadDuringStartup() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static XmlFile getConfigFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static SystemCredentialsProvider getInstance() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Credentials> getCredentials() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<DomainCredentials> getDomainCredentials() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized Map<Domain, List<Credentials>> getDomainCredentialsMap() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void setDomainCredentialsMap(Map<Domain, List<Credentials>> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }
}
