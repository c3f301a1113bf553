package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** One build at a time. */
@KnownAs("org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty")
public final class ConcurrentBuildsProperty extends JobProperty<Job<?, ?>> {
    private boolean abortPrevious;

    @DataBoundConstructor
    public ConcurrentBuildsProperty() {
        // nothing is required
    }

    public boolean isAbortPrevious() {
        return abortPrevious;
    }

    /** True to end a build as soon as a newer one starts. */
    @DataBoundSetter
    public void setAbortPrevious(boolean abortPrevious) {
        this.abortPrevious = abortPrevious;
    }

    /** Registers the property. */
    @Extension
    @Symbol("disableConcurrentBuilds")
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Do not allow concurrent builds";
        }
    }
}
