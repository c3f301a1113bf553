package org.jenkinsci.plugins.workflow.graph;

import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class BlockEndNode<START extends BlockStartNode> extends FlowNode {
    public BlockEndNode(FlowExecution flowExecution, String text, START start, FlowNode... flowNode) {
        super((FlowExecution) null, (String) null, (List) null);
    }

    public BlockEndNode(FlowExecution flowExecution, String text, START start, List<FlowNode> list) {
        super((FlowExecution) null, (String) null, (List) null);
    }

    public START getStartNode() {
        throw new UnsupportedOperationException("unwritten");
    }
}
