package hudson.model;

import hudson.EnvVars;
import java.io.Serializable;
import java.util.Objects;

/** What a parameter of a build was given. */
public abstract class ParameterValue implements Serializable {
    private static final long serialVersionUID = 1;

    protected final String name;
    private String description;

    protected ParameterValue(String name, String description) {
        this.name = name;
        this.description = description;
    }

    protected ParameterValue(String name) {
        this(name, null);
    }

    public final String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public void buildEnvironment(Run<?, ?> build, EnvVars env) {}

    /** Whether it must be masked. */
    public boolean isSensitive() {
        return false;
    }

    public Object getValue() {
        return null;
    }

    public String getShortDescription() {
        return toString();
    }

    @Override
    public boolean equals(Object other) {
        return other != null
                && getClass() == other.getClass()
                && Objects.equals(name, ((ParameterValue) other).name)
                && Objects.equals(getValue(), ((ParameterValue) other).getValue());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }
}
