package jenkins.model.details;

import hudson.model.Actionable;
import hudson.model.ModelObject;

public abstract class Detail implements ModelObject {
    public Detail(Actionable actionable) {}

    public Actionable getObject() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconClassName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getLink() {
        throw new UnsupportedOperationException("unwritten");
    }

    public DetailGroup getGroup() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int getOrder() {
        throw new UnsupportedOperationException("unwritten");
    }
}
