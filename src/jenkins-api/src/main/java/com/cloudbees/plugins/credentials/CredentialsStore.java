package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Descriptor;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;

public abstract class CredentialsStore implements AccessControlled, Saveable {
    public CredentialsStore(Class<? extends CredentialsProvider> type) {}

    public CredentialsStore() {}

    public final CredentialsProvider getProviderOrDie() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final CredentialsProvider getProvider() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Set<CredentialsScope> getScopes() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract ModelObject getContext();

    public boolean hasPermission2(Authentication authentication, Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final void checkPermission(Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean hasPermission(Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Domain> getDomains() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Domain getDomainByName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isDomainsModifiable() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract List<Credentials> getCredentials(Domain domain);

    public final boolean addDomain(Domain domain, Credentials... credentials) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean addDomain(Domain domain, List<Credentials> list) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean removeDomain(Domain domain) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean updateDomain(Domain domain, Domain domain2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean addCredentials(Domain domain, Credentials credentials) throws IOException;

    public abstract boolean removeCredentials(Domain domain, Credentials credentials) throws IOException;

    public abstract boolean updateCredentials(Domain domain, Credentials credentials, Credentials credentials2)
            throws IOException;

    public final boolean isApplicable(Descriptor<?> descriptor) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected boolean _isApplicable(Descriptor<?> descriptor) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final List<CredentialsDescriptor> getCredentialsDescriptors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getRelativeLinkToContext() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getRelativeLinkToAction() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getRelativeLinkTo(Domain domain) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getContextIconClassName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getContextDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }
}
