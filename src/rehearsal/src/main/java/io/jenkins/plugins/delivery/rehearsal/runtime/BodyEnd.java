package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.Outcome;

/** Where a body goes when it has run to its end, or failed. */
final class BodyEnd implements Continuation {
    private static final long serialVersionUID = 1;
    private final PipelineBodyExecution body;
    private final boolean failed;

    BodyEnd(PipelineBodyExecution body, boolean failed) {
        this.body = body;
        this.failed = failed;
    }

    @Override
    public Next receive(Object value) {
        Object result = value instanceof PipelineBodyInvoker.Immediate immediate ? immediate.value() : value;
        Outcome outcome = failed ? new Outcome(null, (Throwable) result) : new Outcome(result, null);
        return Next.terminate(new BodyResult(body, outcome));
    }

    /** What a thread that ran a body ends with. */
    record BodyResult(PipelineBodyExecution body, Outcome outcome) {}
}
