package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** When a node began. */
public class TimingAction implements Action {
    private final long startTime;

    public TimingAction() {
        startTime = System.currentTimeMillis();
    }

    public long getStartTime() {
        return startTime;
    }

    /** In milliseconds since 1970; 0 when it is not known. */
    public static long getStartTime(FlowNode flowNode) {
        TimingAction timing = flowNode.getAction(TimingAction.class);
        return timing == null ? 0 : timing.getStartTime();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Timing";
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
