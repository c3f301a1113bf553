package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** What starts builds; in a rehearsal only the user does. */
@KnownAs("org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty")
public final class TriggersProperty extends JobProperty<Job<?, ?>> {
    private final List<PipelineTrigger> triggers;

    @DataBoundConstructor
    public TriggersProperty(List<PipelineTrigger> triggers) {
        this.triggers = triggers == null ? new ArrayList<>() : new ArrayList<>(triggers);
    }

    public List<PipelineTrigger> getTriggers() {
        return List.copyOf(triggers);
    }

    /** Registers the property. */
    @Extension
    @Symbol("pipelineTriggers")
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Build triggers";
        }
    }
}
