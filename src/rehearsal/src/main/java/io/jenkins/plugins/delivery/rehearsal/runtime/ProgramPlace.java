package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.model.TaskListener;
import java.io.IOException;

/** The place at which the program on this thread stands; for trusted scripts, which are no steps and so have no context. */
public record ProgramPlace(PipelineExecution execution, TaskListener listener) {
    /** Prints a failure with those frames of its stack that are code of the pipeline. */
    public void printTrace(Throwable failure) {
        Errors.print(failure, listener.getLogger());
    }

    /** Only while a program runs on this thread. */
    public static ProgramPlace here() throws IOException, InterruptedException {
        PipelineExecution execution = PipelineExecution.loading();
        ProgramThread thread = ProgramThread.current();
        return new ProgramPlace(execution, execution.contexts().listener(thread.contextVariables, thread.head));
    }
}
