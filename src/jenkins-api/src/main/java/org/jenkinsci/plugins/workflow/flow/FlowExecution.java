package org.jenkinsci.plugins.workflow.flow;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.springframework.security.core.Authentication;

public abstract class FlowExecution {
    public FlowExecution() {}

    public abstract void start() throws IOException;

    public void onLoad(FlowExecutionOwner flowExecutionOwner) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoad() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract FlowExecutionOwner getOwner();

    public abstract List<FlowNode> getCurrentHeads();

    public ListenableFuture<List<StepExecution>> getCurrentExecutions(boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ListenableFuture<List<StepExecution>> getCurrentExecutions() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean isCurrentHead(FlowNode flowNode);

    public String getUrl() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract void interrupt(Result result, CauseOfInterruption... causeOfInterruption)
            throws IOException, InterruptedException;

    public abstract void addListener(GraphListener graphListener);

    public void removeListener(GraphListener graphListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isComplete() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean blocksRestart() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Throwable getCauseOfFailure() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract FlowNode getNode(String text) throws IOException;

    public Authentication getAuthentication2() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isActive(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public BlockEndNode getEndNode(BlockStartNode blockStartNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public BlockStartNode findEnclosingBlockStart(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<BlockStartNode> findAllEnclosingBlockStarts(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterable<BlockStartNode> iterateEnclosingBlocks(FlowNode flowNode) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void afterStepExecutionsResumed() {
        throw new UnsupportedOperationException("unwritten");
    }
}
