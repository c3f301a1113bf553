package hudson.model;

import java.util.Collection;
import java.util.List;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class JobPropertyDescriptor extends Descriptor<JobProperty<?>> {
    protected JobPropertyDescriptor(Class<? extends JobProperty<?>> type) {}

    protected JobPropertyDescriptor() {}

    public JobProperty<?> newInstance(StaplerRequest2 staplerRequest2, JSONObject jsonObject)
            throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isApplicable(Class<? extends Job> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<JobPropertyDescriptor> getPropertyDescriptors(Class<? extends Job> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Collection<JobPropertyDescriptor> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
