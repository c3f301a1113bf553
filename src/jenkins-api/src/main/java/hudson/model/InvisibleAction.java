package hudson.model;

public abstract class InvisibleAction implements Action {
    public InvisibleAction() {}

    public final String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }
}
