package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/** A step that has been started and did not end at once: the thread that called it waits for it. */
final class PendingStep {
    private final PipelineStepContext context;

    PendingStep(PipelineStepContext context) {
        this.context = context;
    }

    /** Starts the bodies that the step asked for; returns the step's outcome if it has ended meanwhile. */
    @CheckForNull
    Outcome begin(ProgramThread thread, PipelineExecution execution) {
        List<PipelineBodyInvoker> bodies = context.goAsync();
        if (bodies == null) {
            return context.finishLater(thread);
        }
        NodeState[] starts = new NodeState[bodies.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = bodies.get(i).addStartNode();
        }
        for (int i = 0; i < starts.length; i++) {
            bodies.get(i).launch(starts[i]);
        }
        return null;
    }
}
