package org.jenkinsci.plugins.workflow.support.actions;

import hudson.model.InvisibleAction;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** A node waits for a person. */
public class PauseAction extends InvisibleAction implements PersistentAction {
    private final String cause;
    private long startTime = System.currentTimeMillis();
    private long endTime;

    public PauseAction(String cause) {
        this.cause = cause;
    }

    public String getCause() {
        return cause;
    }

    public long getStartTime() {
        return startTime;
    }

    public void setStartTime(long startTime) {
        this.startTime = startTime;
    }

    /** 0 while it waits. */
    public long getEndTime() {
        return endTime;
    }

    public void setEndTime(long endTime) {
        this.endTime = endTime;
    }

    public boolean isPaused() {
        return endTime == 0;
    }

    public long getPauseDuration() {
        return (isPaused() ? System.currentTimeMillis() : endTime) - startTime;
    }

    public static PauseAction getCurrentPause(FlowNode node) {
        List<PauseAction> open =
                getPauseActions(node).stream().filter(PauseAction::isPaused).toList();
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    public static void endCurrentPause(FlowNode node) throws IOException {
        PauseAction current = getCurrentPause(node);
        if (current != null) {
            current.setEndTime(System.currentTimeMillis());
            node.save();
        }
    }

    public static boolean isPaused(FlowNode node) {
        return getCurrentPause(node) != null;
    }

    public static List<PauseAction> getPauseActions(FlowNode node) {
        return node.getActions(PauseAction.class);
    }
}
