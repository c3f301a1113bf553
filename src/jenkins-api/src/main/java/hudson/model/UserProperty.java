package hudson.model;

import hudson.ExtensionPoint;

/** Something kept for a user. */
public abstract class UserProperty implements Describable<UserProperty>, ExtensionPoint {
    protected transient User user;

    public UserProperty() {}

    protected void setUser(User u) {
        user = u;
    }
}
