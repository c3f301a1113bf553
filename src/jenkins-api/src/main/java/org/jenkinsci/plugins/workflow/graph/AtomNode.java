package org.jenkinsci.plugins.workflow.graph;

import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class AtomNode extends FlowNode {
    protected AtomNode(FlowExecution flowExecution, String text, FlowNode... flowNode) {
        super((FlowExecution) null, (String) null, (List) null);
    }
}
