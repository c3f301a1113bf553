package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A build that was running when the controller ended fails instead of going on. */
@KnownAs("org.jenkinsci.plugins.workflow.job.properties.DisableResumeJobProperty")
public final class ResumeProperty extends JobProperty<Job<?, ?>> {

    @DataBoundConstructor
    public ResumeProperty() {
        // nothing is required
    }

    /** Registers the property. */
    @Extension
    @Symbol("disableResume")
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Do not allow the pipeline to resume if the controller restarts";
        }
    }
}
