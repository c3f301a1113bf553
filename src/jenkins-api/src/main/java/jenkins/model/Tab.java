package jenkins.model;

import hudson.model.Action;
import hudson.model.Actionable;

public abstract class Tab implements Action {
    protected transient Actionable object;

    public Tab(Actionable actionable) {}

    public Actionable getObject() {
        throw new UnsupportedOperationException("unwritten");
    }
}
