package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One thread of the program: the main script, or a block that a step runs. Used on the VM thread of the run only. */
final class ProgramThread implements Serializable {
    private static final long serialVersionUID = 1;
    private static final ThreadLocal<ProgramThread> CURRENT = new ThreadLocal<>();

    final int id;
    final Program group;
    final ProgramContinuable program;
    final ContextSet contextVariables;
    /** The node at which this thread stands in the graph. */
    String head;

    @CheckForNull
    StepExecution step;

    @CheckForNull
    private Outcome resumeValue;
    /** What to throw when the thread next asks for a step; set when it is stopped while no step runs. */
    @CheckForNull
    Throwable interruption;

    ProgramThread(int id, Program group, ProgramContinuable program, ContextSet contextVariables, String head) {
        this.id = id;
        this.group = group;
        this.program = program;
        this.contextVariables = contextVariables;
        this.head = head;
    }

    static ProgramThread current() {
        ProgramThread thread = CURRENT.get();
        if (thread == null) {
            throw new IllegalStateException("Steps can only be called by the pipeline's own thread");
        }
        return thread;
    }

    boolean isRunnable() {
        return resumeValue != null;
    }

    boolean isAlive() {
        return program.isResumable();
    }

    void resume(Outcome value) {
        resumeValue = value;
    }

    /** Runs until the thread waits for a step, or ends; returns its end, null while it lives. */
    @CheckForNull
    Outcome runNextChunk(PipelineExecution execution) {
        CURRENT.set(this);
        try {
            while (true) {
                Outcome value = resumeValue;
                resumeValue = null;
                Outcome result = program.run(value, execution);
                if (!(result.getNormal() instanceof PendingStep pending)) {
                    return isAlive() ? null : result;
                }
                Outcome ready = pending.begin(this, execution);
                if (ready == null) {
                    return null;
                }
                resumeValue = ready;
            }
        } finally {
            CURRENT.remove();
        }
    }

    /** Stops what the thread is doing, as soon as it does something that can be stopped. */
    void stop(Throwable cause, PipelineExecution execution) {
        if (step == null) {
            interruption = cause;
            return;
        }
        try {
            step.stop(cause);
        } catch (Exception failure) {
            step.getContext().onFailure(failure);
        }
    }

    @Override
    public String toString() {
        return "Thread #" + id;
    }
}
