package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.User;
import jenkins.model.CauseOfInterruption;

public final class Rejection extends CauseOfInterruption {
    public Rejection(User user) {}

    public User getUser() {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getTimestamp() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getShortDescription() {
        throw new UnsupportedOperationException("unwritten");
    }
}
