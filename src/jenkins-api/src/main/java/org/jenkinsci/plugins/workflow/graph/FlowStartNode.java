package org.jenkinsci.plugins.workflow.graph;

import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public class FlowStartNode extends BlockStartNode {
    public FlowStartNode(FlowExecution flowExecution, String text) {
        super((FlowExecution) null, (String) null, (FlowNode[]) null);
    }

    public List<FlowNode> getParents() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected String getTypeDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }
}
