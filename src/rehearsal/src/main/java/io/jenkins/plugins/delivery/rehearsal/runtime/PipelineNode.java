package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A node of the graph as steps see it. */
final class PipelineNode extends FlowNode implements StepNode {
    private final NodeState state;
    private final PipelineExecution execution;

    PipelineNode(PipelineExecution execution, NodeState state) {
        super(execution, state.id, new ArrayList<FlowNode>());
        this.execution = execution;
        this.state = state;
    }

    NodeState state() {
        return state;
    }

    @Override
    public List<FlowNode> getParents() {
        List<FlowNode> parents = new ArrayList<>();
        for (String id : state.parents) {
            parents.add(execution.getNode(id));
        }
        return parents;
    }

    public List<String> getParentIds() {
        return state.parents;
    }

    @CheckForNull
    public String getEnclosingId() {
        return state.enclosing;
    }

    @Override
    public String getId() {
        return state.id;
    }

    @Override
    public List<Action> getActions() {
        return Collections.unmodifiableList(state.actions);
    }

    @Override
    public void addAction(Action action) {
        state.actions.add(action);
    }

    @Override
    public void replaceAction(Action action) {
        state.actions.removeIf(old -> old.getClass() == action.getClass());
        state.actions.add(action);
    }

    @Override
    public boolean addOrReplaceAction(Action action) {
        replaceAction(action);
        return true;
    }

    @Override
    public boolean removeAction(Action action) {
        return state.actions.remove(action);
    }

    @Override
    public <T extends Action> T getAction(Class<T> type) {
        for (Action action : state.actions) {
            if (type.isInstance(action)) {
                return type.cast(action);
            }
        }
        return null;
    }

    @Override
    public void save() {
        // saved with the program
    }

    @Override
    public String getDisplayName() {
        return state.label == null ? state.function : state.label;
    }

    @Override
    public String getDisplayFunctionName() {
        return state.function;
    }

    @Override
    protected String getTypeDisplayName() {
        return state.function;
    }

    @Override
    @CheckForNull
    public StepDescriptor getDescriptor() {
        Map<String, StepDescriptor> steps = execution.steps().descriptors();
        return steps.get(state.function);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PipelineNode node && node.state.id.equals(state.id) && node.execution == execution;
    }

    @Override
    public int hashCode() {
        return state.id.hashCode();
    }

    @Override
    public String toString() {
        return state.kind + "[" + state.id + " " + state.function + "]";
    }
}
