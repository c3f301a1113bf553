package io.jenkins.plugins.delivery.rehearsal.steps.job;

import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.ParameterDefinition;
import java.io.IOException;
import java.util.List;

/** The properties of a job, as its pipeline sets them. */
public final class JobSettings {
    private JobSettings() {}

    /** Removes all properties and sets these. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void replace(Job<?, ?> job, List<? extends JobProperty> properties) throws IOException {
        for (JobProperty<?> old : List.copyOf(job.getAllProperties())) {
            job.removeProperty(old.getClass());
        }
        for (JobProperty property : properties) {
            ((Job) job).addProperty(property);
        }
    }

    /** The parameters that the job defines now. */
    public static List<ParameterDefinition> parameters(Job<?, ?> job) {
        ParametersProperty property = job.getProperty(ParametersProperty.class);
        return property == null ? List.of() : property.getParameterDefinitions();
    }
}
