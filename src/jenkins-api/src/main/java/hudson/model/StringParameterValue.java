package hudson.model;

import hudson.EnvVars;

public class StringParameterValue extends ParameterValue {
    public String value;

    public StringParameterValue(String text, String text2) {
        super((String) null, (String) null);
    }

    public StringParameterValue(String text, String text2, String text3) {
        super((String) null, (String) null);
    }

    public void buildEnvironment(Run<?, ?> run, EnvVars envVars) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getValue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void doTrim() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getShortDescription() {
        throw new UnsupportedOperationException("unwritten");
    }
}
