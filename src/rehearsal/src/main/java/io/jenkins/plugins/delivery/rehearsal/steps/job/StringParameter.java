package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A line of text. */
@KnownAs("hudson.model.StringParameterDefinition")
public final class StringParameter extends DeclaredParameter {
    private static final long serialVersionUID = 1;

    private String defaultValue = "";
    private boolean trim;

    @DataBoundConstructor
    public StringParameter(String name) {
        super(name);
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    @DataBoundSetter
    public void setDefaultValue(String defaultValue) {
        this.defaultValue = text(defaultValue);
    }

    public boolean isTrim() {
        return trim;
    }

    @DataBoundSetter
    public void setTrim(boolean trim) {
        this.trim = trim;
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return valueOf(defaultValue);
    }

    @Override
    public StringParameterValue valueOf(Object given) {
        String text = text(given);
        return new StringParameterValue(getName(), trim ? text.trim() : text, getDescription());
    }

    /** Registers the parameter. */
    @Extension
    @Symbol({"string", "stringParam"})
    public static final class DescriptorImpl extends DeclaredDescriptor {
        public DescriptorImpl() {
            super("String Parameter");
        }
    }
}
