package hudson.model;

import hudson.EnvVars;
import hudson.util.Secret;

public class PasswordParameterValue extends ParameterValue {
    public PasswordParameterValue(String text, String text2) {
        super((String) null, (String) null);
    }

    public PasswordParameterValue(String text, String text2, String text3) {
        super((String) null, (String) null);
    }

    public PasswordParameterValue(String text, Secret secret, String text2) {
        super((String) null, (String) null);
    }

    public void buildEnvironment(Run<?, ?> run, EnvVars envVars) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isSensitive() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Secret getValue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getShortDescription() {
        throw new UnsupportedOperationException("unwritten");
    }
}
