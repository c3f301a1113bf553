package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.analysis.preset.OwnPresets;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.analysis.source.WebProvider;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/**
 * Where rollouts ask how a release is doing. Its credential is a bearer token (secret text), a user name with
 * password, or a client certificate.
 */
public class MetricProviderSettings extends NamedSettings<MetricProviderSettings> {
    /** The name that a metric means when it names no provider. */
    public static final String DEFAULT_NAME = "prometheus";

    private MetricProviderType type = MetricProviderType.PROMETHEUS;
    private String url;
    private SeriesSource source;
    private String headers;
    private String jsonPath;
    private String presets;

    @DataBoundConstructor
    public MetricProviderSettings(String name) {
        super(name);
    }

    public MetricProviderType getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(MetricProviderType type) {
        this.type = type == null ? MetricProviderType.PROMETHEUS : type;
    }

    /** Whose series presets ask for, unless a metric says it. */
    public SeriesSource getSource() {
        return source == null ? SeriesSource.HTTP : source;
    }

    @DataBoundSetter
    public void setSource(SeriesSource source) {
        this.source = source == SeriesSource.HTTP ? null : source;
    }

    /** Headers of each request, one a line; null for none. */
    @CheckForNull
    public String getHeaders() {
        return headers;
    }

    @DataBoundSetter
    public void setHeaders(String headers) {
        RequestHeaders.parse(headers);
        this.headers = Util.fixEmptyAndTrim(headers);
    }

    /** Headers by their name. */
    public Map<String, String> requestHeaders() {
        return RequestHeaders.parse(headers);
    }

    /** Where the number is in the document of a provider of type {@code WEB}; null where each metric says it. */
    @CheckForNull
    public String getJsonPath() {
        return jsonPath;
    }

    @DataBoundSetter
    public void setJsonPath(String jsonPath) {
        this.jsonPath = Util.fixEmptyAndTrim(jsonPath);
    }

    /** Queries of one's own as presets, one {@code name: query} a line; null for none. */
    @CheckForNull
    public String getPresets() {
        return presets;
    }

    /** @throws IllegalArgumentException saying which line is wrong */
    @DataBoundSetter
    public void setPresets(String presets) {
        OwnPresets.parse(presets);
        this.presets = Util.fixEmptyAndTrim(presets);
    }

    /** Presets of one's own by their names; only a provider of type {@code PROMETHEUS} has any. */
    public Map<String, String> ownPresets() {
        return type == MetricProviderType.PROMETHEUS ? OwnPresets.parse(presets) : Map.of();
    }

    /** Base URL, without {@code /api/v1}; of type {@code WEB}, the whole URL with placeholders. */
    @CheckForNull
    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = Util.fixEmptyAndTrim(url);
    }

    @Extension
    @Symbol("metricProvider")
    public static class DescriptorImpl extends NamedDescriptor<MetricProviderSettings> {
        @Override
        public String getDisplayName() {
            return Messages.MetricProviderSettings_title();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value, @QueryParameter String type) {
            if (!Checks.administrator()
                    || MetricProviderType.KUBERNETES_METRICS.name().equals(type)) {
                return FormValidation.ok();
            }
            return Util.fixEmptyAndTrim(value) == null
                    ? Checks.given(true, value)
                    : Checks.url(WebProvider.withoutPlaceholders(value));
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String url) {
            return CredentialChoices.check(value, url, CredentialChoices.HTTP);
        }

        @POST
        public FormValidation doCheckHeaders(@QueryParameter String value) {
            return Checks.administrator()
                    ? Checks.unlessRefused(() -> RequestHeaders.parse(value))
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckPresets(@QueryParameter String value, @QueryParameter String type) {
            if (!Checks.administrator() || Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok();
            }
            return MetricProviderType.PROMETHEUS.name().equals(type)
                    ? Checks.unlessRefused(() -> OwnPresets.parse(value))
                    : FormValidation.error(Messages.MetricProviderSettings_noPresets());
        }

        @POST
        public FormValidation doCheckJsonPath(@QueryParameter String value) {
            if (!Checks.administrator() || Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok();
            }
            return WebProvider.problemWith(value.strip())
                    .map(FormValidation::error)
                    .orElseGet(FormValidation::ok);
        }

        /** The test button. */
        @RequirePOST
        public FormValidation doTest(
                @QueryParameter String name,
                @QueryParameter String type,
                @QueryParameter String url,
                @QueryParameter String credentialsId,
                @QueryParameter String source,
                @QueryParameter String headers,
                @QueryParameter String jsonPath,
                @QueryParameter String presets) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                MetricProviderSettings provider = new MetricProviderSettings(name);
                provider.setType(Checks.constant("type", MetricProviderType.class, type));
                provider.setUrl(url);
                provider.setCredentialsId(credentialsId);
                provider.setSource(Checks.constant("source", SeriesSource.class, source));
                provider.setHeaders(headers);
                provider.setJsonPath(jsonPath);
                provider.setPresets(presets);
                return ConnectionTests.get().metricProvider(provider);
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public ListBoxModel doFillSourceItems() {
            return Checks.administrator() ? Checks.constants(SeriesSource.class) : new ListBoxModel();
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
