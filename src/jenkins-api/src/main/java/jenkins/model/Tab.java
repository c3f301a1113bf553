package jenkins.model;

import hudson.model.Action;
import hudson.model.Actionable;

/** A tab of the page of a build. */
public abstract class Tab implements Action, Badgeable {
    protected transient Actionable object;

    public Tab(Actionable object) {
        this.object = object;
    }

    public Actionable getObject() {
        return object;
    }
}
