package io.jenkins.plugins.delivery.rehearsal.steps.lock;

import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Waits for the resource without a thread, runs the block, gives the resource back. */
final class LockExecution extends StepExecution {
    private static final long serialVersionUID = 1;

    private final LockStep step;
    private Claim claim;
    private volatile boolean held;

    LockExecution(StepContext context, LockStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws Exception {
        claim = new Claim(
                getContext().get(Run.class).getExternalizableId(),
                getContext().get(FlowNode.class).getId());
        print("Trying to acquire lock on [Resource: " + step.getResource() + "]");
        if (Resources.ofController().take(step.getResource(), claim)) {
            proceed();
        } else if (step.isSkipIfLocked()) {
            print("[Resource: " + step.getResource() + "] is locked, skipping execution...");
            getContext().onSuccess(null);
            return true;
        } else {
            print("[Resource: " + step.getResource() + "] is locked, waiting...");
            await(step.isInversePrecedence());
        }
        return false;
    }

    private void await(boolean first) {
        Resources.ofController().await(step.getResource(), claim, first, this::proceed);
    }

    private void proceed() {
        held = true;
        try {
            print("Lock acquired on [Resource: " + step.getResource() + "]");
            Map<String, String> variables =
                    step.getVariable() == null ? Map.of() : Map.of(step.getVariable(), step.getResource());
            getContext()
                    .newBodyInvoker()
                    .withContext(EnvironmentExpander.merge(
                            getContext().get(EnvironmentExpander.class), EnvironmentExpander.constant(variables)))
                    .withCallback(new Release(step.getResource(), claim))
                    .start();
        } catch (IOException | InterruptedException failed) {
            Resources.ofController().release(step.getResource(), claim);
            getContext().onFailure(failed);
        }
    }

    @Override
    public void onResume() {
        if (Resources.ofController().take(step.getResource(), claim)) {
            if (!held) {
                proceed();
            }
        } else {
            await(false);
        }
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        Resources.ofController().leave(step.getResource(), claim);
        if (held) {
            super.stop(cause);
        } else {
            getContext().onFailure(cause);
        }
    }

    @Override
    public String getStatus() {
        return held ? "holds " + step.getResource() : "waiting for " + step.getResource();
    }

    private void print(String line) throws IOException, InterruptedException {
        getContext().get(TaskListener.class).getLogger().println(line);
    }

    /** Gives the resource back when the block has ended, however it did. */
    private static final class Release extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1;

        private final String resource;
        private final Claim claim;

        Release(String resource, Claim claim) {
            this.resource = resource;
            this.claim = claim;
        }

        @Override
        protected void finished(StepContext context) throws Exception {
            Resources.ofController().release(resource, claim);
            context.get(TaskListener.class)
                    .getLogger()
                    .println("Lock released on resource [Resource: " + resource + "]");
        }
    }
}
