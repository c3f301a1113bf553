package io.jenkins.plugins.delivery.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Run;

/** Credentials as a build may use them: from its folder and up, with the rights it runs with. Each use is tracked. */
public final class BuildCredentials {
    private BuildCredentials() {}

    /**
     * @param id id of the credential
     * @param type what is expected of it
     * @param run the build that uses it
     * @param url what it is used for, or null; a credential may be limited to hosts
     * @throws AbortException if the build cannot see such a credential, without saying whether it exists elsewhere
     */
    public static <C extends IdCredentials> C find(String id, Class<C> type, Run<?, ?> run, @CheckForNull String url)
            throws AbortException {
        C found = CredentialsProvider.findCredentialById(
                id, type, run, URIRequirementBuilder.fromUri(Util.fixNull(url)).build());
        if (found == null) {
            throw new AbortException("There is no credential '" + id + "' of type " + type.getSimpleName()
                    + " that " + run.getParent().getFullName() + " may use. Check its id, its kind, its scope"
                    + " (GLOBAL, not SYSTEM) and the folder it is in.");
        }
        CredentialsProvider.track(run, found);
        return found;
    }
}
