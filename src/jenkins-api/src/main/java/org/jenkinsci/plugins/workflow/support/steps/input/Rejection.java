package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.User;
import java.util.Objects;
import jenkins.model.CauseOfInterruption;

/** Somebody said no. */
public final class Rejection extends CauseOfInterruption {
    private static final long serialVersionUID = 1;
    private final String userName;
    private final long timestamp = System.currentTimeMillis();

    public Rejection(User u) {
        userName = u == null ? null : u.getId();
    }

    /** Null for somebody who had not logged in. */
    public User getUser() {
        return userName == null ? null : User.getById(userName, true);
    }

    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public String getShortDescription() {
        User user = getUser();
        return user == null ? "Rejected" : "Rejected by " + Objects.requireNonNull(user.getDisplayName());
    }
}
