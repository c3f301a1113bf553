package hudson.model;

import hudson.EnvVars;
import hudson.util.Secret;
import java.util.Locale;

/** A secret given to a parameter. */
public class PasswordParameterValue extends ParameterValue {
    private static final long serialVersionUID = 1;
    private final Secret value;

    public PasswordParameterValue(String name, String value) {
        this(name, value, null);
    }

    public PasswordParameterValue(String name, String value, String description) {
        super(name, description);
        this.value = Secret.fromString(value);
    }

    @Override
    public void buildEnvironment(Run<?, ?> build, EnvVars env) {
        env.put(name, value.getPlainText());
        env.put(name.toUpperCase(Locale.ENGLISH), value.getPlainText());
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public Secret getValue() {
        return value;
    }

    @Override
    public String getShortDescription() {
        return name + "=****";
    }
}
