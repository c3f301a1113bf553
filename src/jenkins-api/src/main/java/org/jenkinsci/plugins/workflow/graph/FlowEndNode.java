package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public class FlowEndNode extends BlockEndNode<FlowStartNode> {
    public FlowEndNode(
            FlowExecution flowExecution,
            String text,
            FlowStartNode flowStartNode,
            Result result,
            FlowNode... flowNode) {
        super((FlowExecution) null, (String) null, null, (FlowNode[]) null);
    }

    public Result getResult() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected String getTypeDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }
}
