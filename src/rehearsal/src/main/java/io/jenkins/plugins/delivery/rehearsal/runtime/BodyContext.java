package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The step's context as the callbacks of its body see it: the same, but standing at the body's own node. */
final class BodyContext extends StepContext {
    private static final long serialVersionUID = 1;
    private final PipelineStepContext owner;
    private final String nodeId;

    BodyContext(PipelineStepContext owner, String nodeId) {
        this.owner = owner;
        this.nodeId = nodeId;
    }

    @Override
    public <T> T get(Class<T> type) throws IOException, InterruptedException {
        if (FlowNode.class.isAssignableFrom(type)) {
            return type.cast(owner.execution().getNode(nodeId));
        }
        return owner.get(type);
    }

    @Override
    public void onSuccess(Object value) {
        owner.onSuccess(value);
    }

    @Override
    public void onFailure(Throwable failure) {
        owner.onFailure(failure);
    }

    @Override
    public boolean isReady() {
        return owner.isReady();
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return owner.saveState();
    }

    @Override
    public void setResult(Result result) {
        owner.setResult(result);
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        return owner.newBodyInvoker();
    }

    @Override
    public boolean hasBody() {
        return owner.hasBody();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BodyContext context && context.owner.equals(owner) && context.nodeId.equals(nodeId);
    }

    @Override
    public int hashCode() {
        return owner.hashCode() ^ nodeId.hashCode();
    }
}
