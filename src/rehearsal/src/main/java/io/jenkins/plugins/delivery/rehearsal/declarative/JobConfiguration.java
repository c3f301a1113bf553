package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.JobProperty;
import io.jenkins.plugins.delivery.rehearsal.steps.job.JobSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Sets the properties of a job as its declarative pipeline says: options, parameters, triggers. */
final class JobConfiguration {
    private static final Set<String> PROPERTIES =
            Set.of("buildDiscarder", "disableConcurrentBuilds", "disableResume", "durabilityHint");

    private JobConfiguration() {}

    static void apply(
            Job<?, ?> job, Map<String, ?> options, @CheckForNull List<?> parameters, @CheckForNull List<?> triggers)
            throws Exception {
        List<UninstantiatedDescribable> described = new ArrayList<>();
        options.forEach((name, arguments) -> {
            if (PROPERTIES.contains(name)) {
                described.add(described(name, arguments));
            }
        });
        if (parameters != null) {
            described.add(described("parameters", parameters));
        }
        if (triggers != null) {
            described.add(described("pipelineTriggers", triggers));
        }
        replace(job, described);
    }

    private static UninstantiatedDescribable described(String symbol, Object arguments) {
        if (arguments instanceof Map<?, ?> named) {
            Map<String, Object> copy = new java.util.LinkedHashMap<>();
            named.forEach((key, value) -> copy.put(key.toString(), value));
            return new UninstantiatedDescribable(symbol, null, copy);
        }
        return new UninstantiatedDescribable(symbol, null, Map.of(UninstantiatedDescribable.ANONYMOUS_KEY, arguments));
    }

    @SuppressWarnings("rawtypes")
    private static void replace(Job<?, ?> job, List<UninstantiatedDescribable> described) throws Exception {
        if (described.isEmpty() && job.getAllProperties().isEmpty()) {
            return;
        }
        List<JobProperty> properties = new ArrayList<>();
        for (UninstantiatedDescribable one : described) {
            properties.add(one.instantiate(JobProperty.class));
        }
        JobSettings.replace(job, properties);
    }
}
