package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Something outside Jenkins that a Jenkinsfile names, and the credential that opens it.
 *
 * @param <T> the settings themselves
 */
public abstract class NamedSettings<T extends NamedSettings<T>> extends AbstractDescribableImpl<T> implements Named {
    private final String name;
    private String credentialsId;

    NamedSettings(String name) {
        this.name = Util.fixNull(name).strip();
    }

    @Override
    public String getName() {
        return name;
    }

    /** Which credential; null for none. The class says which kinds of credential it takes. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /**
     * What their forms have in common.
     *
     * @param <T> the settings
     */
    public abstract static class NamedDescriptor<T extends NamedSettings<T>> extends Descriptor<T> {
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Checks.administrator() ? Checks.name(value) : FormValidation.ok();
        }
    }
}
