package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The ID of a credential. */
@KnownAs("com.cloudbees.plugins.credentials.CredentialsParameterDefinition")
public final class CredentialsParameter extends DeclaredParameter {
    private static final long serialVersionUID = 1;

    private String defaultValue = "";
    private String credentialType = "";
    private boolean required;

    @DataBoundConstructor
    public CredentialsParameter(String name) {
        super(name);
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    @DataBoundSetter
    public void setDefaultValue(String defaultValue) {
        this.defaultValue = text(defaultValue);
    }

    public String getCredentialType() {
        return credentialType;
    }

    @DataBoundSetter
    public void setCredentialType(String credentialType) {
        this.credentialType = text(credentialType);
    }

    public boolean isRequired() {
        return required;
    }

    @DataBoundSetter
    public void setRequired(boolean required) {
        this.required = required;
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return valueOf(defaultValue);
    }

    @Override
    public StringParameterValue valueOf(Object given) {
        return new StringParameterValue(getName(), text(given), getDescription());
    }

    /** Registers the parameter. */
    @Extension
    @Symbol({"credentials"})
    public static final class DescriptorImpl extends DeclaredDescriptor {
        public DescriptorImpl() {
            super("Credentials Parameter");
        }
    }
}
