package hudson.model;

import hudson.EnvVars;
import java.io.Serializable;

public abstract class ParameterValue implements Serializable {
    protected final String name = null;

    protected ParameterValue(String text, String text2) {}

    protected ParameterValue(String text) {}

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDescription(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getFormattedDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void buildEnvironment(Run<?, ?> run, EnvVars envVars) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterDefinition getDefinition() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getShortDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isSensitive() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object getValue() {
        throw new UnsupportedOperationException("unwritten");
    }
}
