package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class FlowNode extends Actionable implements Saveable {
    protected FlowNode(FlowExecution flowExecution, String text, List<FlowNode> list) {}

    protected FlowNode(FlowExecution flowExecution, String text, FlowNode... flowNode) {}

    protected Object readResolve() throws ObjectStreamException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isRunning() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isActive() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final ErrorAction getError() {
        throw new UnsupportedOperationException("unwritten");
    }

    public FlowExecution getExecution() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<FlowNode> getParents() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getEnclosingId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<? extends BlockStartNode> getEnclosingBlocks() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterable<BlockStartNode> iterateEnclosingBlocks() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<String> getAllEnclosingIds() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<String> getParentIds() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getSearchUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayFunctionName() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected abstract String getTypeDisplayName();

    protected String getTypeFunctionName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected synchronized void setActions(List<Action> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final <T extends Action> T getPersistentAction(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends Action> T getAction(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Action> getActions() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
