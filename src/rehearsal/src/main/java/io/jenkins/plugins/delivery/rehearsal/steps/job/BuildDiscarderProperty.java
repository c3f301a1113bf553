package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** How many builds are kept; a rehearsal keeps them all. */
@KnownAs("jenkins.model.BuildDiscarderProperty")
public final class BuildDiscarderProperty extends JobProperty<Job<?, ?>> {
    private final LogRotator strategy;

    @DataBoundConstructor
    public BuildDiscarderProperty(LogRotator strategy) {
        this.strategy = strategy;
    }

    public LogRotator getStrategy() {
        return strategy;
    }

    /** Registers the property. */
    @Extension
    @Symbol("buildDiscarder")
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Discard old builds";
        }
    }
}
