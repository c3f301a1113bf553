package jenkins.model.details;

import hudson.model.Actionable;
import hudson.model.ModelObject;

/** A fact in the header of a page. */
public abstract class Detail implements ModelObject {
    private final Actionable object;

    public Detail(Actionable object) {
        this.object = object;
    }

    public Actionable getObject() {
        return object;
    }

    public String getIconClassName() {
        return null;
    }

    /** Null hides it. */
    @Override
    public String getDisplayName() {
        return null;
    }

    public String getLink() {
        return null;
    }

    public int getOrder() {
        return Integer.MAX_VALUE;
    }
}
