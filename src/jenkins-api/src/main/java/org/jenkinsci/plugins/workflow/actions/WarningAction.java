package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Result;

public class WarningAction implements PersistentAction {
    public WarningAction(Result result) {}

    public WarningAction withMessage(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getMessage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Result getResult() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }
}
