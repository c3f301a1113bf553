package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import hudson.model.ParameterDefinition;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The parameters of a job. */
@KnownAs("hudson.model.ParametersDefinitionProperty")
public final class ParametersProperty extends JobProperty<Job<?, ?>> {
    private final List<ParameterDefinition> parameterDefinitions;

    @DataBoundConstructor
    public ParametersProperty(List<ParameterDefinition> parameterDefinitions) {
        this.parameterDefinitions =
                parameterDefinitions == null ? new ArrayList<>() : new ArrayList<>(parameterDefinitions);
    }

    public List<ParameterDefinition> getParameterDefinitions() {
        return List.copyOf(parameterDefinitions);
    }

    /** Registers the property. */
    @Extension
    @Symbol("parameters")
    public static final class DescriptorImpl extends JobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return "This project is parameterized";
        }
    }
}
