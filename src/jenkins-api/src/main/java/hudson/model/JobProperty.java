package hudson.model;

import hudson.ExtensionPoint;
import java.util.Collection;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class JobProperty<J extends Job<?, ?>> implements Describable<JobProperty<?>>, ExtensionPoint {
    protected transient J owner;

    public JobProperty() {}

    protected void setOwner(J value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public JobPropertyDescriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Action getJobAction(J value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<? extends Action> getJobActions(J value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<?> getJobOverrides() {
        throw new UnsupportedOperationException("unwritten");
    }

    public JobProperty<?> reconfigure(StaplerRequest2 staplerRequest2, JSONObject jsonObject)
            throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }
}
