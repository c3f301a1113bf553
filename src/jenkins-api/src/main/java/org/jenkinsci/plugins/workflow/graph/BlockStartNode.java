package org.jenkinsci.plugins.workflow.graph;

import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class BlockStartNode extends FlowNode {
    protected BlockStartNode(FlowExecution flowExecution, String text, FlowNode... flowNode) {
        super((FlowExecution) null, (String) null, (List) null);
    }

    protected BlockStartNode(FlowExecution flowExecution, String text, List<FlowNode> list) {
        super((FlowExecution) null, (String) null, (List) null);
    }

    public BlockEndNode getEndNode() {
        throw new UnsupportedOperationException("unwritten");
    }
}
