package io.jenkins.plugins.delivery.steps;

import hudson.AbortException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** What all our steps have in common: an argument that cannot be used ends the step with one sentence. */
public abstract class DeliveryStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    protected DeliveryStep() {}

    /** @throws AbortException for an argument that cannot be used; nothing was touched then */
    @Override
    public final StepExecution start(StepContext context) throws AbortException {
        try {
            return execution(context);
        } catch (IllegalArgumentException e) {
            AbortException refusal = new AbortException(getDescriptor().getFunctionName() + ": " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }

    /**
     * Checks all arguments, and touches nothing.
     *
     * @throws IllegalArgumentException naming the argument, its value and what is allowed
     */
    protected abstract StepExecution execution(StepContext context);
}
