package io.jenkins.plugins.delivery.pipeline;

import io.jenkins.plugins.delivery.steps.DeliveryStep;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that answers in one turn, on a background thread. Asked once more after a restart, it answers the same. */
abstract class AnsweringStep extends DeliveryStep {
    private static final long serialVersionUID = 1L;

    @Override
    protected final StepExecution execution(StepContext context) {
        check();
        return new Answer(context, this);
    }

    /**
     * Checks the arguments, and touches nothing.
     *
     * @throws IllegalArgumentException naming the argument, its value and what is allowed
     */
    void check() {}

    /**
     * What the step returns: serializable, of the kinds that a Jenkinsfile may use.
     *
     * @throws IllegalArgumentException if the answer is no; its message ends the build
     */
    abstract Object answer(StepContext context) throws IOException, InterruptedException;
}
