package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** A step, or the start or end of a block, in the graph of a flow. */
public abstract class FlowNode extends Actionable implements Saveable {
    private final transient FlowExecution execution;
    private final transient List<FlowNode> parents;
    private final String id;

    protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {
        this.execution = exec;
        this.id = id;
        this.parents = new ArrayList<>(parents);
    }

    protected FlowNode(FlowExecution exec, String id, FlowNode... parents) {
        this(exec, id, List.of(parents));
    }

    public String getId() {
        return id;
    }

    public FlowExecution getExecution() {
        return execution;
    }

    public List<FlowNode> getParents() {
        return List.copyOf(parents);
    }

    public List<String> getParentIds() {
        return getParents().stream().map(FlowNode::getId).toList();
    }

    /** The id of the start of the innermost block around it; null outside of all. */
    public String getEnclosingId() {
        List<FlowNode> before = getParents();
        while (!before.isEmpty()) {
            FlowNode previous = before.get(0);
            if (previous instanceof BlockStartNode) {
                return previous.getId();
            }
            before =
                    previous instanceof BlockEndNode<?> end ? end.getStartNode().getParents() : previous.getParents();
        }
        return null;
    }

    public final boolean isRunning() {
        return execution.isCurrentHead(this);
    }

    /** Null when it did not fail. */
    public final ErrorAction getError() {
        return getAction(ErrorAction.class);
    }

    @Override
    public String getDisplayName() {
        LabelAction label = getAction(LabelAction.class);
        return label == null ? getTypeDisplayName() : label.getDisplayName();
    }

    public String getDisplayFunctionName() {
        LabelAction label = getAction(LabelAction.class);
        return label == null ? getTypeFunctionName() : getTypeFunctionName() + " (" + label.getDisplayName() + ")";
    }

    protected abstract String getTypeDisplayName();

    protected String getTypeFunctionName() {
        return getTypeDisplayName();
    }

    public String getUrl() throws IOException {
        return execution.getOwner().getUrl() + "execution/node/" + id + "/";
    }

    protected synchronized void setActions(List<Action> actions) {
        getActions().clear();
        getActions().addAll(actions);
    }

    public final <T extends Action> T getPersistentAction(Class<T> type) {
        return getActions().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void save() throws IOException {}

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowNode that && id.equals(that.id) && execution.equals(that.execution);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[id=" + id + "]";
    }
}
