package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** How often the program is saved; a rehearsal saves it at each step, always. */
@KnownAs("org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty")
public final class DurabilityProperty extends JobProperty<Job<?, ?>> {
    private final String hint;

    @DataBoundConstructor
    public DurabilityProperty(String hint) {
        this.hint = hint;
    }

    public String getHint() {
        return hint;
    }

    /** Registers the property. */
    @Extension
    @Symbol("durabilityHint")
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "Pipeline speed/durability override";
        }
    }
}
