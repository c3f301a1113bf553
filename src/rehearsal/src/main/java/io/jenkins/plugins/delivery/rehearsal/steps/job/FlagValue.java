package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.EnvVars;
import hudson.model.ParameterValue;
import hudson.model.Run;

/** The value of a {@code booleanParam}. */
public final class FlagValue extends ParameterValue {
    private static final long serialVersionUID = 1;

    private final boolean value;

    FlagValue(String name, boolean value) {
        super(name);
        this.value = value;
    }

    @Override
    public Boolean getValue() {
        return value;
    }

    @Override
    public void buildEnvironment(Run<?, ?> run, EnvVars environment) {
        environment.put(getName(), Boolean.toString(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlagValue flag && flag.value == value && super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode() * 31 + Boolean.hashCode(value);
    }
}
