package io.jenkins.plugins.delivery.console;

import hudson.model.TaskListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The log of a step that outlives its controller. Jenkins writes down that a step has begun in two files, one after the other; a
 * controller that is killed in between takes the step for finished when it is back, and refuses it a log. That is no reason
 * for the step to fail, or for a rollout to stand still.
 */
public final class StepLog {
    private static final Logger LOGGER = Logger.getLogger(StepLog.class.getName());
    private static final String LOST = "Jenkins was ended while a step began, and has no log for that step any more."
            + " The step goes on; what comes of it is on its report.";

    private final StepContext context;
    private boolean said;

    public StepLog(StepContext context) {
        this.context = context;
    }

    /**
     * Where the step writes. Without a log, nowhere: the log of the whole build would not hide the secrets that are bound around
     * the step.
     */
    public TaskListener listener() throws InterruptedException {
        try {
            return context.get(TaskListener.class);
        } catch (IOException e) {
            sayOnce(e);
            return TaskListener.NULL;
        }
    }

    private synchronized void sayOnce(IOException problem) throws InterruptedException {
        if (said) {
            return;
        }
        said = true;
        LOGGER.log(Level.INFO, problem, () -> "A step goes on without a log");
        try {
            FlowExecution flow = context.get(FlowExecution.class);
            if (flow != null) {
                flow.getOwner().getListener().getLogger().println(LOST);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The log of the build cannot be written either", e);
        }
    }
}
