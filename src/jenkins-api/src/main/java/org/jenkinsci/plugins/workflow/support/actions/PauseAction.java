package org.jenkinsci.plugins.workflow.support.actions;

import hudson.model.InvisibleAction;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public class PauseAction extends InvisibleAction implements PersistentAction {
    public PauseAction(String text) {}

    public String getCause() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setCause(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getStartTime() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setStartTime(long n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getEndTime() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setEndTime(long n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isPaused() {
        throw new UnsupportedOperationException("unwritten");
    }

    public long getPauseDuration() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static PauseAction getCurrentPause(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void endCurrentPause(FlowNode flowNode) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isPaused(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<PauseAction> getPauseActions(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static long getPauseDuration(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }
}
