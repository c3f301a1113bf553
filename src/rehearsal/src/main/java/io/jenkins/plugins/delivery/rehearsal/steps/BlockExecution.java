package io.jenkins.plugins.delivery.rehearsal.steps;

import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that runs its block once. What comes of the block is up to the callback that the setup gives it. */
public final class BlockExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private final transient Setup setup;
    private BodyExecution body;

    private BlockExecution(StepContext context, Setup setup) {
        super(context);
        this.setup = setup;
    }

    public static StepExecution of(StepContext context, Setup setup) {
        return new BlockExecution(context, setup);
    }

    @Override
    public boolean start() throws Exception {
        body = setup.prepare(getContext(), getContext().newBodyInvoker()).start();
        return false;
    }

    @Override
    public void stop(Throwable cause) {
        body.cancel(cause);
    }

    @Override
    public void onResume() {
        // the block goes on by itself
    }

    /** Says with what the block runs. */
    @FunctionalInterface
    public interface Setup {
        BodyInvoker prepare(StepContext context, BodyInvoker body) throws Exception;
    }
}
