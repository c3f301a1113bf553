package io.jenkins.plugins.delivery.rehearsal.scenario;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.EnvironmentContributor;
import hudson.model.Run;
import hudson.model.TaskListener;

/** The {@code env} of {@code rehearsal.yaml}, as Jenkins's global properties. */
@Extension
public final class GlobalVariables extends EnvironmentContributor {
    @Override
    @SuppressWarnings("rawtypes")
    public void buildEnvironmentFor(Run run, EnvVars variables, TaskListener listener) {
        Scene.current().ifPresent(scene -> variables.putAll(scene.variables()));
    }
}
