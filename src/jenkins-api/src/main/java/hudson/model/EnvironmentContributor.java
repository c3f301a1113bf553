package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.io.IOException;

/** Adds variables to the environment of builds. */
@SuppressWarnings("rawtypes")
public abstract class EnvironmentContributor implements ExtensionPoint {
    public EnvironmentContributor() {}

    public void buildEnvironmentFor(Run r, EnvVars envs, TaskListener listener)
            throws IOException, InterruptedException {}

    public void buildEnvironmentFor(Job j, EnvVars envs, TaskListener listener)
            throws IOException, InterruptedException {}

    public static ExtensionList<EnvironmentContributor> all() {
        return ExtensionList.lookup(EnvironmentContributor.class);
    }
}
