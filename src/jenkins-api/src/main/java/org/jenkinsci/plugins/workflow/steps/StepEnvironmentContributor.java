package org.jenkinsci.plugins.workflow.steps;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.model.TaskListener;
import java.io.IOException;

public abstract class StepEnvironmentContributor implements ExtensionPoint {
    public StepEnvironmentContributor() {}

    public void buildEnvironmentFor(StepContext stepContext, EnvVars envVars, TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }
}
