package io.jenkins.plugins.delivery.pipeline;

import hudson.AbortException;
import io.jenkins.plugins.delivery.steps.BackgroundStepExecution;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Answers off the thread of the program. */
final class Answer extends BackgroundStepExecution {
    private static final long serialVersionUID = 1L;

    private final AnsweringStep step;

    Answer(StepContext context, AnsweringStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected void proceed() throws IOException, InterruptedException {
        try {
            succeed(step.answer(getContext()));
        } catch (IllegalArgumentException e) {
            AbortException no = new AbortException(e.getMessage());
            no.initCause(e);
            throw no;
        }
    }

    @Override
    protected void stopped(Throwable cause) {
        // Nothing was begun that would have to be ended.
    }
}
