package io.jenkins.plugins.delivery.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Util;
import hudson.security.ACL;
import jenkins.model.Jenkins;

/**
 * Finds the credentials of the whole controller for an administrator who tries settings out. Builds never look here: what
 * they cannot use is not found either, so that a test does not succeed where a build would fail.
 */
public final class AdministratorCredentials {
    private AdministratorCredentials() {}

    /**
     * @param id id of the credential
     * @param url what it is used for, or null; a credential may be limited to hosts
     * @throws AbortException if there is none that builds could use
     */
    public static StandardCredentials find(String id, @CheckForNull String url) throws AbortException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class,
                        Jenkins.get(),
                        ACL.SYSTEM2,
                        URIRequirementBuilder.fromUri(Util.fixNull(url)).build())
                .stream()
                .filter(credential -> credential.getId().equals(id))
                .filter(credential -> credential.getScope() != CredentialsScope.SYSTEM)
                .findFirst()
                .orElseThrow(
                        () -> new AbortException(
                                "There is no credential '" + id
                                        + "' of the whole controller that builds may use. Check its id and its scope (GLOBAL, not SYSTEM)."));
    }
}
