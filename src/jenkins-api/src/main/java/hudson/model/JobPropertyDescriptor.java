package hudson.model;

import io.jenkins.plugins.delivery.jenkinsapi.TypeArguments;
import java.util.Collection;
import java.util.List;
import jenkins.model.Jenkins;

/** Describes a kind of job property. */
@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class JobPropertyDescriptor extends Descriptor<JobProperty<?>> {
    protected JobPropertyDescriptor(Class<? extends JobProperty<?>> clazz) {
        super(clazz);
    }

    protected JobPropertyDescriptor() {}

    /** By the job type that the property names as its type argument. */
    public boolean isApplicable(Class<? extends Job> jobType) {
        return TypeArguments.of(clazz, JobProperty.class, 0)
                .map(each -> each.isAssignableFrom(jobType))
                .orElse(true);
    }

    public static List<JobPropertyDescriptor> getPropertyDescriptors(Class<? extends Job> jobType) {
        return all().stream().filter(each -> each.isApplicable(jobType)).toList();
    }

    public static Collection<JobPropertyDescriptor> all() {
        return (Collection) Jenkins.get().getDescriptorList((Class) JobProperty.class);
    }
}
