package org.jenkinsci.plugins.workflow.actions;

import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public class ErrorAction implements PersistentAction {
    public ErrorAction(Throwable throwable) {}

    public Throwable getError() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FlowNode findOrigin(Throwable throwable, FlowExecution flowExecution) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean equals(Throwable throwable, Throwable throwable2) {
        throw new UnsupportedOperationException("unwritten");
    }
}
