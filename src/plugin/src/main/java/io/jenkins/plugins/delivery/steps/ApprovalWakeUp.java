package io.jenkins.plugins.delivery.steps;

import hudson.Extension;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Lets the step that waits for an approval look at it again. */
@Extension
public final class ApprovalWakeUp extends ApprovalListener {
    @Override
    public void changed(ApprovalAction action) {
        StepExecution.acceptAll(ApprovalGateExecution.class, execution -> {
            if (execution.waitsFor(action)) {
                DeliveryClock.get().io().execute(execution::proceed);
            }
        });
    }
}
