package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Yes or no. */
@KnownAs("hudson.model.BooleanParameterDefinition")
public final class BooleanParameter extends DeclaredParameter {
    private static final long serialVersionUID = 1;

    private boolean defaultValue;

    @DataBoundConstructor
    public BooleanParameter(String name) {
        super(name);
    }

    public boolean isDefaultValue() {
        return defaultValue;
    }

    @DataBoundSetter
    public void setDefaultValue(boolean defaultValue) {
        this.defaultValue = defaultValue;
    }

    @Override
    public FlagValue getDefaultParameterValue() {
        return new FlagValue(getName(), defaultValue);
    }

    @Override
    public FlagValue valueOf(Object given) {
        return new FlagValue(getName(), given instanceof Boolean flag ? flag : Boolean.parseBoolean(text(given)));
    }

    /** Registers the parameter. */
    @Extension
    @Symbol({"booleanParam"})
    public static final class DescriptorImpl extends DeclaredDescriptor {
        public DescriptorImpl() {
            super("Boolean Parameter");
        }
    }
}
