package org.jenkinsci.plugins.workflow.flow;

import hudson.model.Result;
import java.io.IOException;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** A flow that runs, or has run. */
public abstract class FlowExecution {
    public FlowExecution() {}

    public abstract void start() throws IOException;

    public void onLoad(FlowExecutionOwner owner) throws IOException {}

    public abstract FlowExecutionOwner getOwner();

    public abstract List<FlowNode> getCurrentHeads();

    public abstract boolean isCurrentHead(FlowNode n);

    /** Stops what runs; the flow ends with {@code r} unless it catches that. */
    public abstract void interrupt(Result r, CauseOfInterruption... causes) throws IOException, InterruptedException;

    public abstract void addListener(GraphListener listener);

    public void removeListener(GraphListener listener) {}

    public boolean isComplete() {
        List<FlowNode> heads = getCurrentHeads();
        return heads.size() == 1 && heads.get(0) instanceof org.jenkinsci.plugins.workflow.graph.FlowEndNode;
    }

    /** Null when there is no such node. */
    public abstract FlowNode getNode(String id) throws IOException;
}
