package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where rollouts ask how a release is doing. */
public class MetricProviderSettings extends AbstractDescribableImpl<MetricProviderSettings> implements Named {
    /** The name that a metric means when it names no provider. */
    public static final String DEFAULT_NAME = "prometheus";

    private final String name;
    private MetricProviderType type = MetricProviderType.PROMETHEUS;
    private String url;
    private String credentialsId;

    @DataBoundConstructor
    public MetricProviderSettings(String name) {
        this.name = Util.fixNull(name).strip();
    }

    @Override
    public String getName() {
        return name;
    }

    public MetricProviderType getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(MetricProviderType type) {
        this.type = type == null ? MetricProviderType.PROMETHEUS : type;
    }

    /** Base URL, without {@code /api/v1}. */
    @CheckForNull
    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = Util.fixEmptyAndTrim(url);
    }

    /** A bearer token (secret text) or a user name with password; null where the provider wants none. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @Extension
    @Symbol("metricProvider")
    public static class DescriptorImpl extends Descriptor<MetricProviderSettings> {
        @Override
        public String getDisplayName() {
            return Messages.MetricProviderSettings_title();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Checks.administrator() ? Checks.name(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return Checks.administrator() ? Checks.url(value) : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillTypeItems() {
            return Checks.administrator() ? Checks.constants(MetricProviderType.class) : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId, @QueryParameter String url) {
            return CredentialChoices.forAdministrator(credentialsId, url, CredentialChoices.HTTP);
        }
    }
}
