package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.io.IOException;

public abstract class EnvironmentContributor implements ExtensionPoint {
    public EnvironmentContributor() {}

    public void buildEnvironmentFor(Run run, EnvVars envVars, TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void buildEnvironmentFor(Job job, EnvVars envVars, TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<EnvironmentContributor> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
