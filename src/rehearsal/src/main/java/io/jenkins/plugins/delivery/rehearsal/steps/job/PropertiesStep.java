package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.Run;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code properties}: replaces what earlier builds said about their job. */
@KnownAs("org.jenkinsci.plugins.workflow.multibranch.JobPropertyStep")
public final class PropertiesStep extends Step {
    @SuppressWarnings("rawtypes")
    private final List<JobProperty> properties;

    @DataBoundConstructor
    @SuppressWarnings("rawtypes")
    public PropertiesStep(List<JobProperty> properties) {
        this.properties = properties == null ? List.of() : new ArrayList<>(properties);
    }

    @SuppressWarnings("rawtypes")
    public List<JobProperty> getProperties() {
        return List.copyOf(properties);
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, running -> {
            Job<?, ?> job = running.get(Run.class).getParent();
            JobSettings.replace(job, properties);
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "properties";
        }

        @Override
        public String getDisplayName() {
            return "Set job properties";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
