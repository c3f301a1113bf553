package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.EnvironmentContributor;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Tells every part of a build which branch it builds. */
@Extension
public final class RunSourceVariables extends EnvironmentContributor {
    @Override
    public void buildEnvironmentFor(Run run, EnvVars environment, TaskListener listener) {
        Run<?, ?> typed = run;
        RunSource.of(typed).ifPresent(tree -> environment.putAll(tree.environment()));
    }
}
