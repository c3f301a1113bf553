package jenkins.model;

import hudson.model.Descriptor;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.JobPropertyDescriptor;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class OptionalJobProperty<J extends Job<?, ?>> extends JobProperty<J> {
    public OptionalJobProperty() {}

    public OptionalJobProperty.OptionalJobPropertyDescriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract static class OptionalJobPropertyDescriptor extends JobPropertyDescriptor {
        protected OptionalJobPropertyDescriptor(Class<? extends JobProperty<?>> type) {}

        protected OptionalJobPropertyDescriptor() {}

        public JobProperty<?> newInstance(StaplerRequest2 staplerRequest2, JSONObject jsonObject)
                throws Descriptor.FormException {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
