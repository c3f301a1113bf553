package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.PasswordParameterValue;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A secret that somebody types in. */
@KnownAs("hudson.model.PasswordParameterDefinition")
public final class PasswordParameter extends DeclaredParameter {
    private static final long serialVersionUID = 1;

    private Secret defaultValue = Secret.fromString("");

    @DataBoundConstructor
    public PasswordParameter(String name) {
        super(name);
    }

    public Secret getDefaultValueAsSecret() {
        return defaultValue;
    }

    /** Takes plain text, as pipelines write it, or a secret. */
    @DataBoundSetter
    public void setDefaultValue(Object defaultValue) {
        this.defaultValue = secret(defaultValue);
    }

    @Override
    public PasswordParameterValue getDefaultParameterValue() {
        return valueOf(defaultValue);
    }

    @Override
    public PasswordParameterValue valueOf(Object given) {
        return new PasswordParameterValue(getName(), secret(given).getPlainText(), getDescription());
    }

    private static Secret secret(Object given) {
        return given instanceof Secret secret ? secret : Secret.fromString(text(given));
    }

    /** Registers the parameter. */
    @Extension
    @Symbol({"password", "nonStoredPasswordParam"})
    public static final class DescriptorImpl extends DeclaredDescriptor {
        public DescriptorImpl() {
            super("Password Parameter");
        }
    }
}
