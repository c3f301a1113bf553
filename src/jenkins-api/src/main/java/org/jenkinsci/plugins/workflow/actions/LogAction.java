package org.jenkinsci.plugins.workflow.actions;

public abstract class LogAction implements PersistentAction {
    public LogAction() {}

    public String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }
}
