package hudson.model;

import hudson.ExtensionPoint;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class UserProperty implements Describable<UserProperty>, ExtensionPoint {
    protected transient User user;

    public UserProperty() {}

    protected void setUser(User user) {
        throw new UnsupportedOperationException("unwritten");
    }

    public UserProperty reconfigure(StaplerRequest2 staplerRequest2, JSONObject jsonObject)
            throws Descriptor.FormException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }
}
